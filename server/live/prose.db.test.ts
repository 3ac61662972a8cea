import { afterEach, expect, test, vi } from "vitest";
import type { Member } from "#prisma/generated/client.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { db } from "#server/db.ts";
import type { ProseService } from "#server/prose/prose.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeClaim } from "#server/test/claim.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { type LiveClient, leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";
import { ProsePage } from "#server/test/prose-page.ts";

const opened: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.close();
  leaveAll();
});

async function start(): Promise<Instance> {
  const instance = await startInstance();
  opened.push(instance);
  return instance;
}

/** The binary half of a page's real socket, for a page of prose that would otherwise have one of its own. */
function overLine({ socket }: LiveClient): ProseService {
  return {
    unstored: 0,
    connect: (end) => {
      const page = end as unknown as NodeJS.EventEmitter;
      page.on("message", (data: Uint8Array) => socket.send(data));
      socket.on("message", (data, isBinary) => {
        if (isBinary) end.send(new Uint8Array(data as Buffer));
      });
      return { setActor: () => {} };
    },
    close: async () => {},
  };
}

async function write(instance: Instance, member: Member, claimId: string) {
  const line = await visit(instance, member);
  const page = new ProsePage(overLine(line), claimId, member);
  opened.push(page);
  await vi.waitFor(() => expect(page.provider.synced).toBe(true), PATIENCE);
  return { line, page };
}

test("prose goes over the same socket as facts, on two instances, into one text and the database", async () => {
  const [one, other] = [await start(), await start()];
  const claim = await makeClaim();
  const [ann, ben] = [
    await write(one, await makeMember("editor"), claim.id),
    await write(other, await makeMember("editor"), claim.id),
  ];
  await ann.line.open(claim.articleId, 2);
  ann.page.type("summary", "市の資料による。");
  ben.page.type("rationale", "議事録に同じ数字がある。");
  const whole = { summary: "市の資料による。", rationale: "議事録に同じ数字がある。" };
  for (const { page } of [ann, ben]) await vi.waitFor(() => expect(page.text).toEqual(whole), PATIENCE);
  expect(await ann.page.stored()).toBe("stored");
  expect(await ben.page.stored()).toBe("stored");
  expect(await db().prose.findUnique({ where: { claimId: claim.id } })).toMatchObject({
    summary: whole.summary,
  });
  expect(ann.line.all("opened")).toHaveLength(1);
});

test("who is made a viewer in mid-sentence reads on and writes no more, on the same socket", async () => {
  const instance = await start();
  const member = await makeMember("editor");
  const claim = await makeClaim();
  const { line, page } = await write(instance, member, claim.id);
  await line.open(claim.articleId, 2);
  page.type("summary", "橋は");
  expect(await page.stored()).toBe("stored");
  await updateMember(await makeActor("admin"), { memberId: member.id, role: "viewer" });
  expect((await line.hears("rights")).rights.claim.update).toBe(false);
  page.type("summary", "長い");
  expect(await page.stored()).toBe("refused");
  expect(await db().prose.findUnique({ where: { claimId: claim.id } })).toMatchObject({ summary: "橋は" });
  expect(line.closedWith).toBeNull();
});

test("what is being written when an instance stops is stored before its pages are sent elsewhere", async () => {
  const instance = await startInstance();
  const claim = await makeClaim();
  const { line, page } = await write(instance, await makeMember("editor"), claim.id);
  const watching = await write(instance, await makeMember("viewer"), claim.id);
  page.type("summary", "最後の一文");
  await vi.waitFor(() => expect(watching.page.text.summary).toBe("最後の一文"), PATIENCE);
  await instance.close();
  await line.closes("restarting");
  expect(await db().prose.findUnique({ where: { claimId: claim.id } })).toMatchObject({
    summary: "最後の一文",
  });
});

import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createClaim } from "#server/commands/create-claim.ts";
import { endAllSessions } from "#server/commands/end-all-sessions.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { updateProfile } from "#server/commands/update-profile.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});
afterEach(leaveAll);
afterAll(() => instance.close());

test("who is made a viewer hears so on every page at once, and reads on as a viewer", async () => {
  const member = await makeMember("editor");
  const author = await makeActor("editor");
  const article = await makeArticle({ by: author });
  const pages = [await visit(instance, member), await visit(instance, member)];
  for (const page of pages) await page.open(article.id, 1);
  const elsewhere = await visit(instance, member);
  await updateMember(await makeActor("admin"), { memberId: member.id, role: "viewer" });
  for (const page of pages)
    expect((await page.hears("rights")).rights).toMatchObject({
      role: "viewer",
      article: { update: false, annotate: false },
      claim: { update: false, delete: false, settle: false },
    });
  await createClaim(author, { articleId: article.id, target: { blockId: bulletId(article) } });
  for (const page of pages)
    await vi.waitFor(
      () => expect(page.news()[0]?.claims).toMatchObject([{ abilities: { update: false } }]),
      PATIENCE,
    );
  expect(elsewhere.all("rights")).toEqual([]);
  expect((await elsewhere.open(article.id, 2)).rights.role).toBe("viewer");
});

test("who is disabled, or whose sessions ended, is thrown out at once; nobody else is", async () => {
  const [disabled, changed, other] = [
    await makeMember("editor"),
    await makeMember("editor"),
    await makeMember("editor"),
  ];
  const [one, two, three] = [
    await visit(instance, disabled),
    await visit(instance, changed),
    await visit(instance, other),
  ];
  await updateMember(await makeActor("admin"), { memberId: disabled.id, disabled: true });
  await one.closes("signedOut");
  await endAllSessions({ id: changed.id, role: changed.role }, null);
  await two.closes("signedOut");
  const article = await makeArticle();
  await three.open(article.id, article.seq);
  expect(three.closedWith).toBeNull();
});

test("while the database cannot be asked, pages stay and are asked about again", async () => {
  const member = await makeMember("editor");
  const page = await visit(instance, member);
  const article = await makeArticle();
  await page.open(article.id, article.seq);
  const asking = vi.spyOn(db(), "$queryRaw").mockRejectedValueOnce(new Error("away"));
  await db().member.update({ where: { id: member.id }, data: { role: "viewer" } });
  expect((await page.hears("rights")).rights.role).toBe("viewer");
  expect(asking.mock.calls.length).toBeGreaterThan(1);
  asking.mockRestore();
});

test("another name shows with everybody present, and in what is told of claims", async () => {
  const [member, watcher] = [await makeMember("editor"), await makeMember("viewer")];
  const editor = { id: member.id, role: member.role };
  const article = await makeArticle({ by: editor });
  const claim = await createClaim(editor, { articleId: article.id, target: { blockId: bulletId(article) } });
  const [own, watching] = [await visit(instance, member), await visit(instance, watcher)];
  await own.open(article.id, 2);
  expect((await watching.open(article.id, 1)).news?.claims).toMatchObject([
    { createdBy: { name: member.name } },
  ]);
  await updateProfile(editor, { name: "甲野 花子" });
  await vi.waitFor(
    () =>
      expect(watching.last("people")?.here).toContainEqual(
        expect.objectContaining({ member: { id: member.id, name: "甲野 花子" } }),
      ),
    PATIENCE,
  );
  const again = await watching.open(article.id, 1);
  expect(again.news?.claims).toMatchObject([{ id: claim.id, createdBy: { name: "甲野 花子" } }]);
});

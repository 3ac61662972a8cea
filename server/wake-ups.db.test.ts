import { afterEach, expect, test, vi } from "vitest";
import { db } from "#server/db.ts";
import { makeClaim } from "#server/test/claim.ts";
import { PATIENCE } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";
import { MAX_WAKE_UP_BYTES, openWakeUps, type WakeUps } from "./wake-ups.ts";

const open: WakeUps[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((wakeUps) => wakeUps.close()));
});

async function listen(): Promise<WakeUps> {
  const wakeUps = await openWakeUps();
  open.push(wakeUps);
  return wakeUps;
}

/** Everything said on `topic`, as it comes. */
function heard(wakeUps: WakeUps, topic: string): string[] {
  const rests: string[] = [];
  wakeUps.on(topic, (rest) => rests.push(rest));
  return rests;
}

test("a committed event wakes every instance with the article and the event's number", async () => {
  const both = [heard(await listen(), "article"), heard(await listen(), "article")];
  const claim = await makeClaim();
  const said = [`${claim.articleId}:1`, `${claim.articleId}:2`];
  await vi.waitFor(() => expect(both).toEqual([said, said]), PATIENCE);
});

test("a transaction that fails wakes nobody", async () => {
  const rests = heard(await listen(), "member");
  const [failed, kept] = [await makeMember("editor"), await makeMember("editor")];
  const failing = db().$transaction(async (tx) => {
    await tx.member.update({ where: { id: failed.id }, data: { role: "viewer" } });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await db().member.update({ where: { id: kept.id }, data: { role: "viewer" } });
  await vi.waitFor(() => expect(rests).toEqual([kept.id]), PATIENCE);
});

test("instances hear each other in order, colons and all, and never themselves", async () => {
  const [a, b] = [await listen(), await listen()];
  const [atA, atB] = [heard(a, "people"), heard(b, "people")];
  const words = Array.from({ length: 50 }, (_, index) => `${index}:{"名":"橋"}`);
  await Promise.all(words.map((word) => a.publish("people", word)));
  await vi.waitFor(() => expect(atB).toEqual(words), PATIENCE);
  await b.publish("people", "last");
  await vi.waitFor(() => expect(atA).toEqual(["last"]), PATIENCE);
});

test("a message may fill its bytes and no more", async () => {
  const [a, b] = [await listen(), await listen()];
  const atB = heard(b, "prose");
  const full = "橋".repeat(Math.floor(MAX_WAKE_UP_BYTES / 3));
  await a.publish("prose", full);
  await vi.waitFor(() => expect(atB).toEqual([full]), PATIENCE);
  await expect(a.publish("prose", `${full}橋`)).rejects.toThrow(RangeError);
});

test("who stopped listening hears nothing more; a listener's defect keeps nobody else from hearing", async () => {
  const [a, b] = [await listen(), await listen()];
  const gone = vi.fn();
  b.on("people", gone)();
  b.on("people", () => {
    throw new Error("a defect");
  });
  const atB = heard(b, "people");
  await a.publish("people", "1");
  await vi.waitFor(() => expect(atB).toEqual(["1"]), PATIENCE);
  expect(gone).not.toHaveBeenCalled();
});

test("a cut line comes back by itself and says that there was a gap", async () => {
  const wakeUps = await listen();
  const gap = vi.fn();
  wakeUps.onGap(gap);
  expect(wakeUps.isListening).toBe(true);
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'uratori wake-ups' AND datname = current_database()`;
  await vi.waitFor(() => expect(gap).toHaveBeenCalledOnce(), PATIENCE);
  expect(wakeUps.isListening).toBe(true);
  const rests = heard(wakeUps, "member");
  const member = await makeMember("editor");
  await db().member.update({ where: { id: member.id }, data: { name: "Another" } });
  await vi.waitFor(() => expect(rests).toEqual([member.id]), PATIENCE);
});

test("after closing, publishing fails and the database holds no line any more", async () => {
  const wakeUps = await openWakeUps();
  await wakeUps.close();
  expect(wakeUps.isListening).toBe(false);
  await expect(wakeUps.publish("people", "1")).rejects.toThrow();
  await vi.waitFor(
    async () =>
      expect(
        await db().$queryRaw`
          SELECT pid FROM pg_stat_activity
          WHERE application_name = 'uratori wake-ups' AND datname = current_database()`,
      ).toEqual([]),
    PATIENCE,
  );
});

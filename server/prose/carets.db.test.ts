import { afterEach, expect, test, vi } from "vitest";
import { proseRoom } from "#domain/prose.ts";
import { makeClaim } from "#server/test/claim.ts";
import { PATIENCE } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";
import { ProsePage } from "#server/test/prose-page.ts";
import { openWakeUps } from "#server/wake-ups.ts";
import { type Caret, caretFrame } from "./frame.ts";
import { openProse, type ProseService } from "./prose.ts";

const until = (check: () => unknown) => vi.waitFor(check, PATIENCE);

const opened: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.close();
});

async function instance(): Promise<ProseService> {
  const wakeUps = await openWakeUps();
  const service = openProse(wakeUps);
  opened.push(wakeUps, service);
  return service;
}

/** A page whose caret stands at `place`. */
async function pageAt(service: ProseService, claimId: string, place: number, as = makeMember("editor")) {
  const page = new ProsePage(service, claimId, await as);
  opened.push(page);
  await until(() => expect(page.provider.synced).toBe(true));
  page.provider.setAwarenessField("cursor", { anchor: place });
  return page;
}

const caretSeenBy = (page: ProsePage, client: number) => page.provider.awareness?.getStates().get(client);
const clockOf = (page: ProsePage, client: number) => page.provider.awareness?.meta.get(client)?.clock ?? 0;

/** Sends what no page of ours does. */
function forge(page: ProsePage, claimId: string, caret: Omit<Caret, "state"> & { state: unknown }): void {
  const frame = caretFrame(proseRoom(claimId), [caret as Caret]);
  page.server?.emit("message", Buffer.from(frame));
}

/** What a page says arrives in the order it was said: when its next caret is seen, the forged one was heard. */
async function moved(page: ProsePage, seenBy: ProsePage, place: number): Promise<void> {
  page.provider.setAwarenessField("cursor", { anchor: place });
  await until(() => expect(caretSeenBy(seenBy, page.doc.clientID)?.cursor).toEqual({ anchor: place }));
}

test.each([
  ["removed", 0, null],
  ["removed in a later word", 1, null],
  ["moved", 100, { cursor: { anchor: 99 } }],
  ["given another name", 100, { cursor: { anchor: 1 }, user: { id: "x", name: "somebody" } }],
])("a caret is not %s by another page, its own member's included", async (_what, later, state) => {
  const service = await instance();
  const { id: claimId } = await makeClaim();
  const member = await makeMember("editor");
  const ann = await pageAt(service, claimId, 1, Promise.resolve(member));
  const others = [
    await pageAt(service, claimId, 2),
    await pageAt(service, claimId, 3, Promise.resolve(member)),
  ];
  const client = ann.doc.clientID;
  for (const other of others) {
    await until(() => expect(caretSeenBy(other, client)).toBeDefined());
    forge(other, claimId, { client, clock: clockOf(other, client) + later, state });
    await moved(other, ann, 10);
    expect(caretSeenBy(ann, client)?.cursor).toEqual({ anchor: 1 });
    const user = { id: member.id, name: member.name };
    for (const page of others) expect(caretSeenBy(page, client)).toEqual({ cursor: { anchor: 1 }, user });
  }
});

test("a caret on another instance is not removed either", async () => {
  const [one, other] = [await instance(), await instance()];
  const { id: claimId } = await makeClaim();
  const [ann, eve] = [await pageAt(one, claimId, 1), await pageAt(other, claimId, 2)];
  const client = ann.doc.clientID;
  await until(() => expect(caretSeenBy(eve, client)).toBeDefined());
  forge(eve, claimId, { client, clock: clockOf(eve, client) + 1, state: null });
  await moved(eve, ann, 3);
  expect(caretSeenBy(ann, client)?.cursor).toEqual({ anchor: 1 });
  expect(caretSeenBy(eve, client)?.cursor).toEqual({ anchor: 1 });
});

test("a page shows one caret, and takes up none that another person left", async () => {
  const service = await instance();
  const { id: claimId } = await makeClaim();
  const [ann, ben] = [await pageAt(service, claimId, 1), await pageAt(service, claimId, 2)];
  await moved(ann, ben, 5);
  const left = ann.doc.clientID;
  ann.close();
  await until(() => expect(caretSeenBy(ben, left)).toBeUndefined());
  const eve = await pageAt(service, claimId, 3);
  await moved(eve, ben, 4);
  for (const client of [left, 1234])
    forge(eve, claimId, { client, clock: 1_000, state: { cursor: { anchor: 99 } } });
  await moved(eve, ben, 5);
  for (const client of [left, 1234]) expect(caretSeenBy(ben, client)).toBeUndefined();
});

test("a page that comes back goes on with its caret, also where its old line is not known to be broken", async () => {
  const service = await instance();
  const { id: claimId } = await makeClaim();
  const [ann, ben] = [await pageAt(service, claimId, 1), await pageAt(service, claimId, 2)];
  await moved(ann, ben, 3);
  const old = ann.server;
  old?.removeAllListeners("close");
  ann.cut();
  ann.comeBack(service);
  await until(() => expect(ann.server).not.toBe(old));
  await until(() => expect(ann.provider.synced).toBe(true));
  await moved(ann, ben, 4);
  ann.close();
  await until(() => expect(caretSeenBy(ben, ann.doc.clientID)).toBeUndefined());
});

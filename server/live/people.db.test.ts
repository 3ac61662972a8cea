import { afterEach, expect, test, vi } from "vitest";
import { type Present, presentSchema, type Whereabouts } from "#domain/presence.ts";
import { db } from "#server/db.ts";
import { makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { type LiveClient, leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";

const instances: Instance[] = [];

async function start(): Promise<Instance> {
  const instance = await startInstance();
  instances.push(instance);
  return instance;
}

afterEach(async () => {
  leaveAll();
  await Promise.all(instances.splice(0).map((instance) => instance.close()));
});

/** Who is in the article as `page` has heard it, by connection id. */
function seenBy(page: LiveClient): Map<string, Present> {
  const people = new Map<string, Present>();
  for (const message of page.heard) {
    if (message.type === "opened") people.clear();
    const here = message.type === "opened" ? message.people : message.type === "people" ? message.here : [];
    for (const person of here) people.set(person.connectionId, presentSchema.parse(person));
    if (message.type === "people") for (const id of message.left) people.delete(id);
  }
  return people;
}

/** The names that `page` shows, sorted, once there are those and no others. */
async function sees(page: LiveClient, names: string[]): Promise<void> {
  const shown = () => [...seenBy(page).values()].map(({ member }) => member.name).sort();
  await vi.waitFor(() => expect(shown()).toEqual([...names].sort()), PATIENCE);
}

const called = (name: string) => makeMember("editor", { name });
const connectionId = async (page: LiveClient) => (await page.hears("welcome")).connectionId;

test("people on two instances see each other come, move and go", async () => {
  const [one, other] = [await start(), await start()];
  const article = await makeArticle();
  const [ann, ben] = [await visit(one, await called("甲")), await visit(other, await called("乙"))];
  await ann.open(article.id, 1);
  await sees(ann, ["甲"]);
  await ben.open(article.id, 1);
  await sees(ann, ["甲", "乙"]);
  await sees(ben, ["甲", "乙"]);
  const there: Whereabouts = {
    claimId: "0198a0de-0000-7000-8000-000000000000",
    field: "summary",
    idle: false,
  };
  ben.say({ type: "whereabouts", ...there });
  const id = await connectionId(ben);
  await vi.waitFor(() => expect(seenBy(ann).get(id)).toMatchObject(there), PATIENCE);
  ben.socket.terminate();
  await sees(ann, ["甲"]);
});

test("who has two pages is there twice; who goes to another article is there and not here", async () => {
  const [one, other] = [await start(), await start()];
  const [here, there] = [await makeArticle(), await makeArticle()];
  const ben = await called("乙");
  const [first, second] = [await visit(one, ben), await visit(other, ben)];
  const [watchHere, watchThere] = [
    await visit(one, await called("甲")),
    await visit(other, await called("丙")),
  ];
  await watchHere.open(here.id, 1);
  await watchThere.open(there.id, 1);
  await first.open(here.id, 1);
  await second.open(here.id, 1);
  await sees(watchHere, ["甲", "乙", "乙"]);
  await second.open(there.id, 1);
  await sees(watchHere, ["甲", "乙"]);
  await sees(watchThere, ["丙", "乙"]);
  second.say({ type: "leave" });
  await sees(watchThere, ["丙"]);
});

test("many changes within a moment are told as one", async () => {
  const one = await start();
  const article = await makeArticle();
  const [ann, ben] = [await visit(one, await called("甲")), await visit(one, await called("乙"))];
  await ann.open(article.id, 1);
  await ben.open(article.id, 1);
  await sees(ann, ["甲", "乙"]);
  const before = ann.all("people").length;
  for (let index = 0; index < 30; index += 1)
    ben.say({ type: "whereabouts", claimId: null, field: `f${index}`, idle: false });
  const id = await connectionId(ben);
  await vi.waitFor(() => expect(seenBy(ann).get(id)?.field).toBe("f29"), PATIENCE);
  expect(ann.all("people").length - before).toBeLessThan(15);
});

test("an instance that starts later learns who is there; one that stops takes its people along", async () => {
  const [one, other] = [await start(), await start()];
  const article = await makeArticle();
  const crowd = await Promise.all(Array.from({ length: 40 }, () => called("記者".repeat(20))));
  await Promise.all(crowd.map(async (member) => (await visit(one, member)).open(article.id, 1)));
  const ben = await visit(other, await called("乙"));
  await ben.open(article.id, 1);
  const names = crowd.map(({ name }) => name);
  await sees(ben, [...names, "乙"]);
  const third = await start();
  const late = await visit(third, await called("丙"));
  await late.open(article.id, 1);
  await sees(late, [...names, "乙", "丙"]);
  await one.close();
  await sees(late, ["乙", "丙"]);
  await sees(ben, ["乙", "丙"]);
});

test("what instances missed of each other while the line was cut is made good", async () => {
  const [one, other] = [await start(), await start()];
  const article = await makeArticle();
  const [ann, ben] = [await visit(one, await called("甲")), await visit(other, await called("乙"))];
  await ann.open(article.id, 1);
  await ben.open(article.id, 1);
  await sees(ann, ["甲", "乙"]);
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'uratori wake-ups' AND datname = current_database()`;
  ben.say({ type: "leave" });
  const late = await visit(other, await called("丙"));
  await late.open(article.id, 1);
  await sees(ann, ["甲", "丙"]);
  await sees(late, ["甲", "丙"]);
});

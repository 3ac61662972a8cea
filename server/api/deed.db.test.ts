import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { DEED_HEADER } from "#contract/procedure.ts";
import { ADDRESS_PATIENCE } from "#domain/sign-in-throttle.ts";
import { db } from "#server/db.ts";
import { makeScript, type Script } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";

let one: Script;
let other: Script;

beforeAll(async () => {
  one = await makeScript("editor");
  other = await makeScript("editor");
});

const as = (deedId: string) => ({ [DEED_HEADER]: deedId });

describe("a deed that comes again because its answer was lost", () => {
  it("is not done over what others did since", async () => {
    const claim = await makeClaim();
    const deed = as(uuidv7());
    const first = await one.send("DELETE", `/claims/${claim.id}`, undefined, deed);
    await other.send("POST", `/claims/${claim.id}/restore`);
    const again = await one.send("DELETE", `/claims/${claim.id}`, undefined, deed);
    expect([first.status, again.status]).toEqual([204, 204]);
    expect((await one.send("GET", `/claims/${claim.id}`)).status).toBe(200);
    expect(await eventKinds(claim.articleId)).toEqual([
      "article.created",
      "claim.created",
      "claim.deleted",
      "claim.restored",
    ]);
  });

  it("is not done again where it settles, which tells of the prose on the way", async () => {
    const claim = await makeClaim();
    await one.send("PUT", `/claims/${claim.id}/verdict`, { rating: "accurate", summary: "正しい。" });
    const deed = as(uuidv7());
    const change = { workState: "settled", version: 2 };
    expect((await one.send("PATCH", `/claims/${claim.id}`, change, deed)).status).toBe(200);
    await other.send("PATCH", `/claims/${claim.id}`, { workState: "checking", version: 3 });
    const again = await one.send("PATCH", `/claims/${claim.id}`, change, deed);
    expect(again).toMatchObject({ status: 200, json: { workState: "settled" } });
    expect((await one.send("GET", `/claims/${claim.id}`)).json.workState).toBe("checking");
  });

  it("is answered as the first time", async () => {
    const claim = await makeClaim();
    const deed = as(uuidv7());
    const change = { statement: "私の文", version: 1 };
    const first = await one.send("PATCH", `/claims/${claim.id}`, change, deed);
    await other.send("PATCH", `/claims/${claim.id}`, { statement: "別の文", version: 2 });
    const again = await one.send("PATCH", `/claims/${claim.id}`, change, deed);
    expect(first).toMatchObject({ status: 200, json: { statement: "私の文", version: 2 } });
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect((await one.send("GET", `/claims/${claim.id}`)).json.statement).toBe("別の文");
  });

  it("is done once when both come at the same moment", async () => {
    const claim = await makeClaim();
    const path = `/claims/${claim.id}/evidence`;
    const draft = { source: { title: "資料" }, stance: "supports", primary: true };
    const deed = as(uuidv7());
    const answers = await Promise.all([1, 2, 3].map(() => one.send("POST", path, draft, deed)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(await db().evidence.count({ where: { claimId: claim.id } })).toBe(1);
  });

  it("is done after all where it was refused, and is nobody else's", async () => {
    const claim = await makeClaim();
    const deed = as(uuidv7());
    await other.send("PATCH", `/claims/${claim.id}`, { statement: "別の文", version: 1 });
    const patch = (version: number) =>
      one.send("PATCH", `/claims/${claim.id}`, { statement: "私の文", version }, deed);
    expect((await patch(1)).status).toBe(409);
    expect(await patch(2)).toMatchObject({ status: 200, json: { statement: "私の文" } });
    const theirs = await other.send("PATCH", `/claims/${claim.id}`, { statement: "三", version: 3 }, deed);
    expect(theirs).toMatchObject({ status: 200, json: { statement: "三" } });
  });
});

it("takes no other id than a UUID", async () => {
  const claim = await makeClaim();
  const answer = await one.send("DELETE", `/claims/${claim.id}`, undefined, as("once"));
  expect(answer).toMatchObject({ status: 400, json: { code: "INVALID_INPUT" } });
});

describe("guesses under one key", () => {
  it("are slowed down as under forty keys", async () => {
    const deed = as(uuidv7());
    const guess = (number: number) =>
      one.send("POST", "/profile/password", { current: `guess ${number}`, next: "a new password" }, deed);
    const codes: unknown[] = [];
    for (let number = 0; number < 40; number += 1) codes.push((await guess(number)).json.code);
    const { free } = ADDRESS_PATIENCE;
    expect(codes.slice(0, free)).toEqual(Array(free).fill("PASSWORD_WRONG"));
    expect(codes.slice(free)).toEqual(Array(40 - free).fill("TOO_MANY_REQUESTS"));
    expect(await db().answeredDeed.count({ where: { deedId: deed[DEED_HEADER] } })).toBe(0);
  });
});

describe("what was kept before deeds had names", () => {
  const old = async (answer: object, operation: string | null = null) => {
    const deedId = uuidv7();
    await db().answeredDeed.create({ data: { memberId: one.memberId, deedId, answer, operation } });
    return as(deedId);
  };

  it("is answered to the page that still waits for it", async () => {
    const claim = await makeClaim();
    const kept = await one.send("GET", `/claims/${claim.id}`);
    const again = await one.send(
      "PATCH",
      `/claims/${claim.id}`,
      { statement: "文", version: 1 },
      await old(kept.json),
    );
    expect([again.status, again.json]).toEqual([200, kept.json]);
  });

  it("is no secret any more", async () => {
    const again = await one.send(
      "POST",
      "/profile/tokens",
      { name: "書き出し" },
      await old({}, "profile.createToken"),
    );
    expect(again).toMatchObject({ status: 409, json: { code: "SECRET_SHOWN_ONCE" } });
  });
});

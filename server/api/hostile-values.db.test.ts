import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { ERROR_STATUS } from "#domain/error.ts";
import { addEvidence } from "#server/commands/add-evidence.ts";
import { inviteMember } from "#server/commands/invite-member.ts";
import { openThread } from "#server/commands/open-thread.ts";
import { db } from "#server/db.ts";
import { encodeCursor } from "#server/reads/cursor.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { type Answer, callApi, makeScript, type Script } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";
import {
  type ContractCall,
  contractCalls,
  type Examples,
  inputWith,
  kindOf,
  leavesOf,
  sentAs,
} from "#server/test/contract-calls.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";

let admin: Script;
/** The cookie of another admin: for calls that hear no token. */
let cookie: string;
let examples: Examples;
let articleId: string;
/** What a call needs besides the least that its shape asks for. */
let more: Record<string, object>;

/** The input of a call with `value` at `path`, as it is sent. */
function sent(call: ContractCall, path: readonly string[] = [], value?: unknown) {
  const least = call.input ? (inputWith(call.input, examples, path, value) as object) : {};
  return sentAs(call, { ...more[call.name], ...least });
}

/** Sends as somebody who is listened to, so that what is sent is looked at. */
const send = (call: ContractCall, path: string, body?: unknown): Promise<Answer> =>
  call.judgesSession ? callApi(call.method, path, body, { cookie }) : admin.send(call.method, path, body);

beforeAll(async () => {
  await ensureScales(db());
  admin = await makeScript("admin");
  cookie = await sessionCookie(await makeMember("admin"));
  const by = await makeActor("admin");
  const article = await makeArticle({ by, url: "https://example.org/article" });
  const claim = await makeClaim({ by, articleId: article.id, target: { exact: "2019年" } });
  const evidence = await addEvidence(by, {
    claimId: claim.id,
    source: { title: "資料" },
    stance: "supports",
    primary: true,
  });
  const thread = await openThread(by, { articleId: article.id, claimId: claim.id, body: "なぜか。" });
  const invitation = await inviteMember(by, { email: "new@uratori.example", role: "viewer" });
  articleId = article.id;
  more = { "thread.open": { claimId: claim.id } };
  examples = {
    articleId,
    claimId: claim.id,
    evidenceId: evidence.id,
    sourceId: evidence.source.id,
    threadId: thread.id,
    commentId: thread.comments[0]?.id,
    memberId: (await makeMember("viewer")).id,
    invitationId: invitation.id,
    revisionId: article.revision.id,
    blockId: bulletId(article),
    number: 1,
    // Nothing of these is there; what is asked of the database before that is known must be fit for it.
    ...Object.fromEntries(
      [
        "tokenId",
        "draftId",
        "captureId",
        "readingId",
        "changeId",
        "ids",
        "assigneeId",
        "passkeyId",
        "sessionId",
      ].map((name) => [name, name === "ids" ? [uuidv7()] : uuidv7()]),
    ),
    sha256: "0".repeat(64),
    answer: { id: "x", response: {} },
    url: "http://10.0.0.1/",
    email: "somebody@uratori.example",
    content: "題\n\n本文。",
    language: "ja",
    upTo: "2026-01-01T00:00:00.000Z",
    target: { exact: "2019年" },
    source: { title: "資料" },
    password: "nothing that anybody uses",
    next: "nothing that anybody uses",
    edits: undefined,
    file: undefined,
  };
});

const NUMBERS = [
  -1,
  0.5,
  2_147_483_648,
  -2_147_483_649,
  9_007_199_254_740_992,
  1e308,
  "NaN",
  "1e999",
  "0x7f",
];
const TEXTS = [
  "\0",
  "a\0b",
  "\ud800",
  "%",
  "%00",
  "x".repeat(20_000),
  "0000-01-01",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "+275760-09-13T00:00:00Z",
  "99999-01-01",
  "",
];
const CURSORS = [
  [2_147_483_648],
  [-1],
  [1e308],
  [0.5],
  [2_147_483_648, 1, uuidv7()],
  [1, 9_007_199_254_740_992, uuidv7()],
  ["0000-01-01T00:00:00.000Z", uuidv7()],
  ["9999-12-31T23:59:59.999Z", uuidv7()],
  ["+275760-09-13T00:00:00.000Z", uuidv7()],
  ["\0"],
  [""],
  [],
].map(encodeCursor);

/** A refusal says so in JSON, in one shape; that something broke is none. */
function expectAnswered({ status, headers, json }: Answer, what: string): void {
  expect(status, what).toBeLessThan(500);
  if (status < 400) return;
  expect(headers.get("content-type"), what).toMatch(/^application\/json/);
  expect(json, what).toMatchObject({ code: expect.any(String), status, message: expect.any(String) });
  expect(ERROR_STATUS, what).toHaveProperty(String(json.code), status);
}

// What is taken away is taken away last.
const byHarm = [...contractCalls].sort(
  (one, other) => Number(one.method === "DELETE") - Number(other.method === "DELETE"),
);

describe("no value is our error", () => {
  it.each(byHarm.filter(({ name }) => name !== "reading.start"))(
    "$name takes the values that stay as they are",
    async (call) => {
      const { path, body } = sent(call);
      const answer = await send(call, path, body);
      expectAnswered(answer, call.name);
      expect(answer.json.code, "somebody is listened to").not.toBe("UNAUTHENTICATED");
      expect(answer.json.code, JSON.stringify(answer.json.data)).not.toBe("INVALID_INPUT");
    },
  );

  it.each(byHarm)("in $name", async (call) => {
    if (!call.input) return expectAnswered(await send(call, call.path), call.name);
    for (const leaf of leavesOf(call.input)) {
      const kind = kindOf(leaf);
      if (kind !== "string" && kind !== "number") continue;
      const isCursor = leaf.path.at(-1) === "cursor";
      for (const value of kind === "number" ? NUMBERS : isCursor ? [...CURSORS, ...TEXTS] : TEXTS) {
        const { path, body } = sent(call, leaf.path, value);
        const what = `${call.name}: ${leaf.path.join(".")} = ${JSON.stringify(value).slice(0, 60)}`;
        expectAnswered(await send(call, path, body), what);
      }
    }
  });

  it.each([...new Set(contractCalls.map(({ path }) => path))].filter((path) => path.includes("{")))(
    "in the address %s",
    async (path) => {
      const call = contractCalls.find((one) => one.path === path) as ContractCall;
      const { method } = call;
      for (const bad of [
        "%",
        "%zz",
        "%E0%A4%A",
        "%ff",
        "%00",
        "%ED%A0%80",
        "..%2f",
        "x".repeat(5_000),
        "０",
      ]) {
        const asked = path.replace(/\{\w+\}/g, bad);
        const answer = await send(call, asked, method === "GET" ? undefined : {});
        expectAnswered(answer, `${method} ${asked.slice(0, 80)}`);
        expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    },
  );

  it.each([
    ["idempotency-key", "x".repeat(10_000)],
    ["x-uratori-member", "%00"],
    ["accept-language", `${"ja;q=1e999,".repeat(500)}*`],
    ["content-length", "99999999999999999999"],
    ["authorization", "Bearer "],
    ["cookie", "uratori.session=%"],
  ])("in the header %s", async (name, value) => {
    const path = `/claims/${examples.claimId}`;
    expectAnswered(await admin.send("PATCH", path, { version: 1 }, { [name]: value }), name);
  });
});

it.each(contractCalls.filter(({ method }) => method === "GET"))(
  "$name, asked for by another site's link, changes nothing of an article and its log",
  async ({ ...call }) => {
    const cookie = await sessionCookie(await makeMember("admin"));
    const state = () =>
      Promise.all([
        db().event.count(),
        db().$queryRaw`SELECT xmin::text, "updatedAt" FROM "Article" WHERE id = ${articleId}::uuid`,
      ]);
    const before = await state();
    const { path } = sent(call);
    const headers = { cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expectAnswered(await callApi("GET", path, undefined, headers), call.name);
    expect(await state()).toEqual(before);
  },
);

it("a report that is taken away is written down, and leaves its article as new as it was", async () => {
  const updatedAt = async () =>
    (await db().article.findUniqueOrThrow({ where: { id: articleId } })).updatedAt;
  const before = await updatedAt();
  const taken = await admin.send("GET", `/articles/${articleId}/report?format=csv`);
  expect(taken.status).toBe(200);
  expect(await updatedAt()).toEqual(before);
  const { json } = await admin.send("GET", `/articles/${articleId}/events`);
  const [newest] = json.items as unknown[];
  expect(newest).toMatchObject({ kind: "report.exported", actor: { id: admin.memberId } });
});

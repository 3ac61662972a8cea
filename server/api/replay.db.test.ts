import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { API_PREFIX, api } from "#contract/api.ts";
import { DEED_HEADER, readsOnly } from "#contract/procedure.ts";
import { db } from "#server/db.ts";
import { callApi } from "#server/test/call-api.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { fromAnywhere } from "#server/test/operations/callers.ts";
import { type Asked, operationOf, type Row } from "#server/test/operations/row.ts";
import {
  addressOf,
  OPERATIONS,
  type Operation,
  operation,
  operationRows,
} from "#server/test/operations/rows.ts";
import { openWorld } from "#server/test/operations/world.ts";
import { changedRows } from "#server/test/row-changes.ts";
import type { WebServer } from "#server/test/web-server.ts";

/** Every write of the contract, sent twice under one `Idempotency-Key`. */

let web: WebServer;
const ROWS = operationRows(() => `http://${web.host}/news`);
const DONE = Object.entries(ROWS).filter(([, row]) => row.answers === undefined && row.roles.length > 0);
const isWrite = ([name]: [string, Row]): boolean => !readsOnly(operation(operationOf(name)));

beforeAll(async () => {
  web = await openWorld();
});
afterAll(() => web.close());

/** A page of an admin, who may everything; it goes on with the session that an answer gives it. */
async function openPage() {
  const { id } = await makeMember("admin", { lastSeenAt: new Date() });
  let cookie = await sessionCookie(await db().member.findUniqueOrThrow({ where: { id } }));
  const send = async (call: Operation, asked: Asked, key: string) => {
    const headers = { cookie, [DEED_HEADER]: key, ...fromAnywhere() };
    const answer = await callApi(call.method, addressOf(call, asked), asked.body, headers);
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return answer;
  };
  return { actor: { id, role: "admin" as const }, send };
}

const kept = async (memberId: string) => await db().answeredDeed.findMany({ where: { memberId } });

/** The same call with something else in it. */
function otherInput({ body, ...asked }: Asked): Asked {
  if (!(body instanceof FormData)) return { ...asked, body: { ...body, besides: "other" } };
  const form = new FormData();
  for (const [key, value] of body) form.append(key, value);
  form.set("besides", "other");
  return { ...asked, body: form };
}

const takesKey = ([name]: [string, Row]): boolean => operation(operationOf(name)).takesKey;

describe.each(DONE.filter(isWrite).filter(takesKey))("%s, sent again", (name, row) => {
  const call = operation(operationOf(name));

  it("is not done again", async () => {
    const page = await openPage();
    const asked = await row.ask(page.actor);
    const key = uuidv7();
    const first = await page.send(call, asked, key);
    expect(first.status, JSON.stringify(first.json)).toBe(call.successStatus);
    await changedRows();
    const again = await page.send(call, asked, key);
    expect(await changedRows()).toEqual([]);
    if (call.meta.answersSecret) {
      expect(again).toMatchObject({ status: 409, json: { code: "SECRET_SHOWN_ONCE" } });
      expect(again.headers.get("set-cookie")).toBeNull();
      expect(await kept(page.actor.id)).toMatchObject([{ answer: null, operation: call.name }]);
    } else {
      expect([again.status, again.json]).toEqual([first.status, first.json]);
    }
  });

  it("is done once when three come at the same moment", async () => {
    const page = await openPage();
    const asked = await row.ask(page.actor);
    const key = uuidv7();
    const answers = await Promise.all([1, 2, 3].map(() => page.send(call, asked, key)));
    const [done, ...others] = answers.sort((one, other) => one.status - other.status);
    expect(done?.status, JSON.stringify(done?.json)).toBe(call.successStatus);
    // A changed password may end the session of the last before it is looked at.
    for (const { status, json } of others)
      if (call.meta.answersSecret) expect(json.code).toMatch(/^(?:SECRET_SHOWN_ONCE|UNAUTHENTICATED)$/);
      else expect([status, json]).toEqual([done?.status, done?.json]);
    expect(await kept(page.actor.id)).toHaveLength(1);
  });

  it("under a key that stands for something else is refused, and changes nothing", async () => {
    const page = await openPage();
    const asked = await row.ask(page.actor);
    const key = uuidv7();
    expect((await page.send(call, asked, key)).status).toBe(call.successStatus);
    await changedRows();
    const other = call.name === "source.create" ? "profile.update" : "source.create";
    const otherAsked = await (ROWS[other] as Row).ask(page.actor);
    for (const reused of [
      await page.send(operation(other), otherAsked, key),
      await page.send(call, otherInput(asked), key),
    ]) {
      expect(reused).toMatchObject({ status: 422, json: { code: "IDEMPOTENCY_KEY_REUSED" } });
      expect(reused.json.message).toMatch(/Idempotency-Key/);
    }
    expect(await changedRows()).toEqual([]);
  });
});

const needsNoKey = DONE.filter((entry) => isWrite(entry) && !takesKey(entry));

it.each(needsNoKey)("%s needs no key: what it proves by is good once", async (name, row) => {
  const call = operation(operationOf(name));
  const page = await openPage();
  const asked = await row.ask(page.actor);
  const key = uuidv7();
  expect((await page.send(call, asked, key)).status).toBe(call.successStatus);
  await changedRows();
  expect((await page.send(call, asked, key)).json.code).toBe(row.again);
  expect(row.again, "a row says what is answered to the same once more").toBeDefined();
  expect(await changedRows()).toEqual([]);
  expect(await kept(page.actor.id)).toEqual([]);
});

it("asks a foreign server once, however often it is sent", async () => {
  const page = await openPage();
  const call = operation("capture.create");
  const asked = await (ROWS[call.name] as Row).ask(page.actor);
  const key = uuidv7();
  const asking = web.requests.length;
  for (let sent = 0; sent < 3; sent += 1) expect((await page.send(call, asked, key)).status).toBe(201);
  expect(web.requests.length).toBe(asking + 1);
});

it("keeps nothing of a read", async () => {
  const page = await openPage();
  for (const [name, row] of DONE.filter((entry) => !isWrite(entry))) {
    const asked = await row.ask(page.actor);
    expect((await page.send(operation(operationOf(name)), asked, uuidv7())).status).toBe(200);
  }
  expect(await kept(page.actor.id)).toEqual([]);
});

/** By its name, or a list of codes; how many there are left is none. */
const SECRET_SHAPE =
  /"(?:secret|link|token|password|cookie)":\{|"recoveryCodes":\{(?:"anyOf":\[\{)?"type":"array"/i;

describe("a secret", () => {
  const calls = Object.entries(api).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, call]) => [`${noun}.${verb}`, call] as const),
  );

  it.each(calls)("in what %s answers is said in the contract", (name, call) => {
    const { outputSchema } = call["~orpc"];
    const shape = outputSchema
      ? JSON.stringify(z.toJSONSchema(outputSchema as z.ZodType, { io: "output", unrepresentable: "any" }))
      : "";
    if (SECRET_SHAPE.test(shape))
      expect(OPERATIONS.get(name)?.meta.answersSecret, `${API_PREFIX}: ${name} answers a secret`).toBe(true);
  });

  it("is in no answer that is kept, nor anything that is made of one", async () => {
    for (const [name, row] of DONE.filter(isWrite)) {
      const call = operation(operationOf(name));
      if (!call.meta.answersSecret || call.successStatus === 204) continue;
      // One of its own for each: recovery codes are told to whoever has none.
      const page = await openPage();
      const { json } = await page.send(call, await row.ask(page.actor), uuidv7());
      const codes = (json.recoveryCodes as string[] | undefined) ?? [];
      const [one, ...more] = [json.secret ?? json.link, ...codes]
        .filter((secret) => secret !== undefined)
        .map((secret) => String(secret).split("/").at(-1) ?? "");
      // What an authenticator app and a person type is shorter than what is only ever copied.
      expect(one?.length, name).toBeGreaterThan(call.meta.judgesSession ? 15 : 40);
      const answers = JSON.stringify(await kept(page.actor.id));
      for (const secret of [one, ...more]) expect(answers).not.toContain(secret);
    }
  });
});

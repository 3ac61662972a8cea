import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readsOnly } from "#contract/procedure.ts";
import { ERROR_STATUS, type ErrorCode } from "#domain/error.ts";
import { type Answer, callApi } from "#server/test/call-api.ts";
import { CALLERS, type Caller, fromAnywhere } from "#server/test/operations/callers.ts";
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

/**
 * Every operation of the contract, asked by everybody who might: a call that is allowed is really carried out, each on
 * things of its own, and one that is refused changes not one row.
 */

let web: WebServer;
const ROWS = operationRows(() => `http://${web.host}/news`);
const names = Object.keys(ROWS);

beforeAll(async () => {
  web = await openWorld();
});
afterAll(() => web.close());

/** `done`, or the code it is refused with. */
function expectedOf(row: Row, call: Operation, { role, scope, isForeign }: Caller): "done" | ErrorCode {
  const done = row.answers ?? "done";
  const isWrite = call.method !== "GET";
  const byToken = scope !== null;
  if (row.roles === "anybody, signed in or not") return isForeign ? "ORIGIN_REFUSED" : done;
  if (role === null) return "UNAUTHENTICATED";
  if (byToken && call.meta.judgesSession) return "UNAUTHENTICATED";
  if (isForeign && (isWrite || call.meta.isTold)) return "ORIGIN_REFUSED";
  if (scope === "read" && isWrite && !READS_BY_POST.includes(call.name)) return "TOKEN_READ_ONLY";
  return row.roles.includes(role) ? done : "FORBIDDEN";
}

/** Written here once more: whoever calls another write a read has to say so in two places. */
const READS_BY_POST = [
  "article.preview",
  "annotation.preview",
  "secondFactor.beginPasskey",
  "secondFactor.beginShowing",
  "secondFactor.beginSignIn",
];

const nobodies = new Map<string, ReturnType<Caller["make"]>>();

async function callerOf(kind: Caller): ReturnType<Caller["make"]> {
  if (kind.role !== null) return await kind.make();
  const kept = nobodies.get(kind.name) ?? kind.make();
  nobodies.set(kind.name, kept);
  return await kept;
}

/** Asked for by those who are refused: it stays as it is, and so can serve the next. */
const shared = new Map<string, Promise<Asked>>();

async function askedOf(name: string, row: Row, caller: Awaited<ReturnType<Caller["make"]>>, isDone: boolean) {
  if (isDone || row.isOwn) return await row.ask(caller.actor);
  const kept = shared.get(name) ?? row.ask(caller.actor);
  shared.set(name, kept);
  return await kept;
}

const outcomeOf = ({ status, json }: Answer, { successStatus }: Operation): string =>
  status === successStatus ? "done" : String(json.code);

describe.each(names)("%s", (name) => {
  const row = ROWS[name] as Row;
  const call = operation(operationOf(name));

  it.each(CALLERS.map((kind) => [kind.name, kind] as const))("by %s", async (_name, kind) => {
    const expected = expectedOf(row, call, kind);
    const caller = await callerOf(kind);
    const asked = await askedOf(name, row, caller, expected === "done");
    await changedRows();
    const headers = { ...caller.headers, ...fromAnywhere() };
    const answer = await callApi(call.method, addressOf(call, asked), asked.body, headers);
    const changed = await changedRows();
    await row.undo?.();

    expect(outcomeOf(answer, call), JSON.stringify(answer.json)).toBe(expected);
    if (expected !== "done") {
      expect(answer.status).toBe(ERROR_STATUS[expected]);
      expect(answer.json.message, "a refusal says why").toMatch(/[。.]$/);
      expect(changed, "a refusal changes nothing").toEqual([]);
    } else if (readsOnly(call) && !call.meta.isTold) expect(changed, "a read changes nothing").toEqual([]);
    else expect(changed, "a write changes something").not.toEqual([]);
  });
});

describe("the table", () => {
  it.each([...OPERATIONS.keys()])("says who may call %s", (name) => {
    const cases = names.filter((one) => operationOf(one) === name);
    expect(
      cases,
      `${name} is in the contract and has no row in server/test/operations: say there who may call it`,
    ).not.toEqual([]);
  });

  it("has no row for what the contract does not have", () => {
    expect(names.filter((name) => !OPERATIONS.has(operationOf(name)))).toEqual([]);
  });

  it("says the same of what reads as the contract", () => {
    const byPost = [...OPERATIONS.values()].filter((call) => call.method !== "GET" && readsOnly(call));
    expect(byPost.map(({ name }) => name).sort()).toEqual([...READS_BY_POST].sort());
  });
});

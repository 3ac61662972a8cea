import { randomUUID } from "node:crypto";
import { isContractProcedure } from "@orpc/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { API_PREFIX, api } from "#contract/api.ts";
import type { Article } from "#domain/article.ts";
import type { Member } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { bulletId, makeArticle, TWIN_TEXT } from "#server/test/article.ts";
import { PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";
import { startWatchedProcess, type WatchedProcess } from "#server/test/watched-process.ts";

const METRICS_TOKEN = "Zk3v9ZrT1mWc7Yb5Ld8Hs2Nf6Pg4Jx0B";
/** Nothing a person sends may be found in the log. */
const CANARY = "kanaria";
const canary = (what: string) => `${CANARY}-${what}-カナリア`;

let server: WatchedProcess;
let editor: Member;
let admin: Member;
let article: Article;
/** Secrets that came about on the way. */
const secrets: string[] = [TEST_PASSWORD, METRICS_TOKEN];

beforeAll(async () => {
  // The lowest level there is: whatever is ever written is looked at.
  server = await startWatchedProcess({ LOG_LEVEL: "trace", METRICS_TOKEN, TRUST_PROXY: "1" });
  article = await makeArticle();
});
beforeEach(async () => {
  editor = await makeMember("editor", { name: canary("name"), email: `${randomUUID()}@${CANARY}.example` });
  admin = await makeMember("admin");
});
afterAll(async () => {
  await server.stop();
  // After every test, and with what was said at the end.
  expect(server.lines().length).toBeGreaterThan(0);
  const found = server.lines().filter((line) => /kanaria|カナリア/i.test(JSON.stringify(line)));
  expect(found).toEqual([]);
  expect(server.written()).not.toMatch(/kanaria|カナリア/i);
  for (const secret of secrets) expect(server.written().includes(secret), "a secret in the log").toBe(false);
});

interface Sent {
  method?: string;
  body?: unknown;
  as?: Member | null;
  headers?: Record<string, string>;
}

async function send(path: string, { method = "GET", body, as = editor, headers = {} }: Sent = {}) {
  const cookie = as ? await sessionCookie(as) : "";
  if (cookie) secrets.push(cookie.split("=")[1] ?? cookie);
  return await fetch(`${server.origin}${path}`, {
    method,
    headers: {
      origin: server.origin,
      ...(cookie && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

const call = (method: string, path: string, body?: unknown, sent: Sent = {}) =>
  send(`${API_PREFIX}${path}`, { method, body, ...sent });

/** The id an answer came under. */
const idOf = (answer: Response): string => answer.headers.get("x-request-id") ?? "";

describe("a request's id", () => {
  test("is made for each request, answered, and in every line about it", async () => {
    const answers = [await call("GET", "/profile"), await call("GET", "/profile")];
    const [first, second] = answers.map(idOf);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
    await server.logs({ requestId: first, msg: "answered", operation: "profile.get", status: 200 });
  });

  test.each([
    ["a proxy's own", "trace-0af7651916cd43dd8448eb211c80319c", true],
    ["one of another shape", "a b", false],
    ["one that is too short to be one", "x", false],
    ["one that is too long", "a".repeat(200), false],
    ["one that tries to write a line", 'aaaaaaaa","level":"info', false],
  ])("%s is taken: %s → %s", async (_name, sent, isTaken) => {
    const answer = await send("/api/v1/profile", { headers: { "x-request-id": sent } });
    expect(idOf(answer) === sent).toBe(isTaken);
    expect(idOf(answer)).not.toBe("");
  });

  test("is on every answer: found or not, refused, asked for a socket", async () => {
    for (const [path, status] of [
      ["/api/v1/nowhere", 404],
      ["/nowhere", 404],
      ["/api/v1/members", 403],
      ["/metrics", 401],
    ] as const) {
      const answer = await send(path);
      expect(answer.status).toBe(status);
      expect(idOf(answer), path).toMatch(/^[0-9a-f-]{36}$/);
    }
    const socket = new WebSocket(server.liveUrl, { headers: { "x-request-id": "socket-0001" } });
    socket.on("error", () => {});
    const refused = await new Promise<string>((done) =>
      socket.on("unexpected-response", (_, response) => {
        response.destroy();
        done(String(response.headers["x-request-id"]));
      }),
    );
    expect(refused).toBe("socket-0001");
    await server.logs({ event: "request.refused", requestId: "socket-0001", operation: "live", status: 403 });
  });

  test("of a socket's opening is in what is logged of its page", async () => {
    await visit({ ...server, close: async () => {} }, editor);
    const came = await server.logs({ msg: "a page came", memberId: editor.id });
    expect(came.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("the audit log", () => {
  test("tells of a refusal by operation, code and status, and of who was refused by id", async () => {
    const answer = await call("GET", "/members");
    expect(await server.logs({ event: "request.refused", requestId: idOf(answer) })).toMatchObject({
      level: "warn",
      operation: "member.list",
      code: "FORBIDDEN",
      status: 403,
      actorId: editor.id,
    });
    const missing = await call("GET", `/articles/${randomUUID()}`);
    expect(await server.logs({ event: "request.refused", requestId: idOf(missing) })).toMatchObject({
      level: "info",
      operation: "article.get",
      code: "NOT_FOUND",
      status: 404,
    });
  });

  test("tells of a change of role from what to what", async () => {
    const answer = await call("PATCH", `/members/${editor.id}`, { role: "viewer" }, { as: admin });
    expect(answer.status).toBe(200);
    expect(await server.logs({ event: "member.role_changed", requestId: idOf(answer) })).toMatchObject({
      level: "info",
      actorId: admin.id,
      subjectId: editor.id,
      from: "editor",
      to: "viewer",
      eventId: expect.any(String),
    });
  });

  test("tells of a report that left", async () => {
    const answer = await send(`/api/v1/articles/${article.id}/report?format=json`);
    expect(answer.status).toBe(200);
    expect(await server.logs({ event: "report.exported", requestId: idOf(answer) })).toMatchObject({
      actorId: editor.id,
      articleId: article.id,
      format: "json",
      bytes: expect.any(Number),
    });
  });

  test("tells of a token's making, of each use, and of one that is none", async () => {
    const made = await call("POST", "/profile/tokens", { name: canary("token") });
    const { id, secret } = await made.json();
    secrets.push(secret);
    expect(await server.logs({ event: "token.created", requestId: idOf(made) })).toMatchObject({
      subjectId: id,
    });
    const headers = { authorization: `Bearer ${secret}` };
    const used = await send("/api/v1/articles", { as: null, headers });
    expect(await server.logs({ event: "token.used", requestId: idOf(used) })).toMatchObject({
      tokenId: id,
      actorId: editor.id,
      operation: "article.list",
      status: 200,
    });
    const wrong = await send("/api/v1/articles", {
      as: null,
      headers: { authorization: `Bearer ${canary("x")}`.replace(/[^\x20-\x7e]/g, "") },
    });
    expect(wrong.status).toBe(401);
    await server.logs({ event: "token.refused", requestId: idOf(wrong), level: "warn" });
  });

  test("tells of every event that is committed, with its number and its id, and of none that is not", async () => {
    const created = await call("POST", `/articles/${article.id}/claims`, {
      target: { blockId: bulletId(article) },
      statement: canary("statement"),
    });
    expect(created.status).toBe(201);
    const { eventId, seq } = await server.logs({ event: "claim.created", requestId: idOf(created) });
    const row = await db().event.findUniqueOrThrow({ where: { id: String(eventId) } });
    expect(row).toMatchObject({ kind: "claim.created", seq });
    const gone = await call("PATCH", `/claims/${randomUUID()}`, { statement: "x", version: 1 });
    expect(gone.status).toBe(404);
    await server.logs({ msg: "answered", requestId: idOf(gone) });
    expect(server.lines().filter((line) => line.requestId === idOf(gone) && line.eventId)).toEqual([]);
  });
});

describe("nothing confidential is in the log", () => {
  test("of what members write, in every noun", async () => {
    const claims = `/articles/${article.id}/claims`;
    const made = await call("POST", claims, {
      target: { blockId: bulletId(article, 1) },
      statement: canary("s"),
    });
    const claim = await made.json();
    const ok = async (answer: Promise<Response>) => {
      const { status } = await answer;
      expect(status).toBeLessThan(300);
    };
    await ok(call("POST", "/articles", { format: "text", content: `${canary("title")}\n\n${TWIN_TEXT}` }));
    await ok(
      call("POST", "/article-previews", { format: "text", content: `${canary("preview")}\n\n一行目。` }),
    );
    await ok(
      call("PATCH", `/articles/${article.id}`, { byline: canary("byline"), version: article.version }),
    );
    await ok(
      call("PUT", `/claims/${claim.id}/verdict`, {
        rating: "false",
        summary: canary("summary"),
        rationale: canary("rationale"),
      }),
    );
    await ok(
      call("POST", `/claims/${claim.id}/evidence`, {
        source: { title: canary("source") },
        stance: "supports",
        primary: true,
        quote: canary("quote"),
        note: canary("note"),
      }),
    );
    await ok(call("POST", "/sources", { title: canary("library") }));
    await ok(call("POST", `/articles/${article.id}/threads`, { claimId: claim.id, body: canary("comment") }));
    await ok(call("PATCH", "/profile", { name: canary("renamed") }));
    await ok(send(`/api/v1/articles?q=${encodeURIComponent(canary("query"))}`));
    const invited = await call(
      "POST",
      "/invitations",
      { email: `guest@${CANARY}.example`, role: "viewer" },
      { as: admin },
    );
    const { link } = await invited.json();
    const secret = String(link).split("/").at(-1) ?? "";
    secrets.push(secret);
    await ok(
      call(
        "POST",
        "/invitations/accept",
        { secret, name: canary("guest"), password: `${canary("password")} long enough` },
        { as: null },
      ),
    );
    const password = { current: canary("wrong"), next: `${canary("next")} long enough` };
    expect((await call("POST", "/profile/password", password)).status).toBe(422);
    await ok(call("POST", "/profile/password", { ...password, current: TEST_PASSWORD }));
  });

  const operations = Object.entries(api).flatMap(([noun, calls]) =>
    Object.entries(calls).flatMap(([name, one]) => {
      if (!isContractProcedure(one)) return [];
      const { method = "POST", path = "" } = one["~orpc"].route;
      return [[`${noun}.${name}`, method, path] as const];
    }),
  );

  test.each(operations)("of what %s is sent that it does not take", async (operation, method, path) => {
    const word = encodeURIComponent(canary("path"));
    const filled = path.replace(/\{\w+\}/g, word);
    const isWrite = method !== "GET" && method !== "DELETE";
    const fields = [
      "email",
      "name",
      "password",
      "secret",
      "token",
      "content",
      "title",
      "body",
      "url",
      "role",
    ];
    const body = Object.fromEntries([
      [canary("key"), canary("value")],
      ...fields.map((field) => [field, { [canary("inner")]: canary(field) }]),
    ]);
    for (const sent of isWrite ? [body, `{"broken": "${canary("json")}`] : [undefined]) {
      const answer = await call(method, `${filled}?token=${word}&q=${word}&limit=${word}`, sent, {
        as: admin,
      });
      await answer.arrayBuffer();
      expect(answer.status, operation).not.toBe(500);
    }
  });

  test("of a defect, which the database, quoting what it was given, tells of in detail", async () => {
    await db().$executeRawUnsafe(`
      CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'stumbled over "%" (%)', NEW.title, NEW.title USING DETAIL = NEW.title, HINT = NEW.title; END $$`);
    await db().$executeRawUnsafe(
      `CREATE TRIGGER stumble BEFORE INSERT ON "Source" FOR EACH ROW EXECUTE FUNCTION stumble()`,
    );
    try {
      const answer = await call("POST", "/sources", { title: canary("defect") });
      expect(answer.status).toBe(500);
      const line = await server.logs({ requestId: idOf(answer), msg: "A call failed" });
      expect(line).toMatchObject({
        level: "error",
        err: { type: expect.any(String), stack: expect.stringContaining("at ") },
      });
      await server.logs({ requestId: idOf(answer), event: "request.failed", code: "INTERNAL", status: 500 });
    } finally {
      await db().$executeRawUnsafe(`DROP TRIGGER stumble ON "Source"`);
    }
  });

  test("of what a page says over its socket, fit or unfit", async () => {
    const page = await visit({ ...server, close: async () => {} }, editor);
    await page.open(article.id, 1);
    page.socket.send(JSON.stringify({ type: canary("type"), articleId: canary("id") }));
    page.socket.send(`{"broken": "${canary("frame")}`);
    await vi.waitFor(() => expect(page.closedWith).not.toBeNull(), PATIENCE);
  });
});

describe("/metrics", () => {
  const asked = (headers: Record<string, string> = {}, method = "GET") =>
    send("/metrics", { as: null, method, headers });

  test("is for whoever has the token, and tells others so in their language", async () => {
    for (const authorization of ["", "Bearer wrong", `Basic ${METRICS_TOKEN}`, `Bearer ${METRICS_TOKEN}x`]) {
      const answer = await asked({ ...(authorization && { authorization }), "accept-language": "en" });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(await answer.json()).toMatchObject({
        code: "UNAUTHENTICATED",
        message: expect.stringMatching(/[a-z]\.$/),
      });
    }
    expect((await asked({ authorization: `Bearer ${METRICS_TOKEN}` }, "POST")).status).toBe(405);
  });

  test("counts requests, commands, sockets, queues, connections and the event loop, without a path or an id", async () => {
    const one = await call("POST", "/sources", { title: canary("metrics") });
    await server.logs({ requestId: idOf(one), msg: "answered" });
    const answer = await asked({ authorization: `Bearer ${METRICS_TOKEN}` });
    expect(answer.headers.get("content-type")).toContain("text/plain");
    const text = await answer.text();
    for (const part of [
      /uratori_requests_total\{operation="source\.create",method="POST",status="201"\} [1-9]/,
      /uratori_commands_total\{operation="source\.create",outcome="done"\} [1-9]/,
      /uratori_commands_total\{operation="source\.create",outcome="failed"\} 1/,
      /uratori_transactions_total\{outcome="done"\} [1-9]/,
      /uratori_sockets \d/,
      /uratori_listening 1/,
      /uratori_database_up 1/,
      /uratori_database_connections\{pool="commands",state="idle"\} \d/,
      /uratori_readings\{state="waiting"\} 0/,
      /uratori_watches\{state="due"\} 0/,
      /uratori_mails\{state="failing"\} 0/,
      /uratori_audit_events_total\{event="request\.refused"\} [1-9]/,
      /uratori_info\{version="[\d.]+",node="[\d.]+"\} 1/,
      /nodejs_eventloop_lag_p99_seconds/,
    ])
      expect(text).toMatch(part);
    expect(text).not.toMatch(/kanaria|[0-9a-f]{8}-[0-9a-f]{4}-|\/api\//i);
    const operations = new Set([...text.matchAll(/operation="([^"]*)"/g)].map(([, name]) => name));
    const known = Object.entries(api).flatMap(([noun, calls]) =>
      Object.keys(calls).map((name) => `${noun}.${name}`),
    );
    for (const name of operations)
      expect([...known, "api.unmatched", "page", "metrics", "asset", "health", "auth", "live"]).toContain(
        name,
      );
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { API_PREFIX } from "#contract/api.ts";
import { LINK_PATIENCE } from "#domain/sign-in-throttle.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";
import { handleApi } from "./handler.ts";

const HERE = "http://localhost:3000";

beforeEach(emptyDatabase);

interface Call {
  body?: unknown;
  headers?: Record<string, string>;
}

async function call(method: string, path: string, { body, headers }: Call = {}) {
  const response = await handleApi(
    new Request(`${HERE}${API_PREFIX}${path}`, {
      method,
      headers: { "content-type": "application/json", host: "localhost:3000", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
}

describe("a write with a session", () => {
  it("is carried out from here, and refused from another site", async () => {
    const cookie = await sessionCookie(await makeMember("viewer"));
    const body = { name: "新しい名前" };
    const foreign = await call("PATCH", "/profile", {
      body,
      headers: { cookie, origin: "https://evil.example" },
    });
    expect([foreign.status, foreign.json.code]).toEqual([403, "ORIGIN_REFUSED"]);
    const ours = await call("PATCH", "/profile", { body, headers: { cookie, origin: HERE } });
    expect([ours.status, ours.json.name]).toEqual([200, "新しい名前"]);
  });

  it("that changes the password ends the session and opens another", async () => {
    const cookie = await sessionCookie(await makeMember("viewer"));
    const body = { current: TEST_PASSWORD, next: "another password" };
    const changed = await call("POST", "/profile/password", { body, headers: { cookie } });
    expect(changed.status).toBe(204);
    const set = changed.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/; HttpOnly; SameSite=Lax/);
    expect((await call("GET", "/profile", { headers: { cookie } })).status).toBe(401);
    const fresh = set.split(";")[0] ?? "";
    expect((await call("GET", "/profile", { headers: { cookie: fresh } })).status).toBe(200);
  });
});

it("a personal token does what its member may, from anywhere, until it is taken back", async () => {
  const cookie = await sessionCookie(await makeMember("admin"));
  const made = await call("POST", "/profile/tokens", {
    body: { name: "script", scope: "write" },
    headers: { cookie },
  });
  expect(made.status).toBe(201);
  const headers = { authorization: `Bearer ${made.json.secret}`, origin: "https://elsewhere.example" };
  const invited = await call("POST", "/invitations", {
    body: { email: "a@b.example", role: "viewer" },
    headers,
  });
  expect(invited.status).toBe(201);
  expect((await call("DELETE", `/profile/tokens/${made.json.id}`, { headers })).status).toBe(204);
  expect((await call("GET", "/members", { headers })).json).toMatchObject({
    code: "UNAUTHENTICATED",
    status: 401,
  });
});

it.each([
  ["the set-up", "/setup", { token: "wrong", email: "a@b.example" }],
  ["an invitation", "/invitations/accept", { secret: "wrong" }],
])("guessing the secret of %s is slowed down, and says so", async (_name, path, secret) => {
  const body = { ...secret, name: "X", password: "long enough" };
  for (let guess = 0; guess < LINK_PATIENCE.free; guess += 1)
    expect((await call("POST", path, { body })).json.code).toBe("LINK_INVALID");
  const answer = await call("POST", path, { body });
  expect(answer).toMatchObject({ status: 429, json: { code: "TOO_MANY_REQUESTS" } });
  expect(answer.json.data.retryAfter).toBeGreaterThan(0);
});

it("lists members page by page, for admins only", async () => {
  const cookie = await sessionCookie(await makeMember("admin"));
  for (let count = 0; count < 4; count += 1) await makeMember("viewer");
  const first = await call("GET", "/members?limit=3", { headers: { cookie } });
  const second = await call("GET", `/members?limit=3&cursor=${first.json.nextCursor}`, {
    headers: { cookie },
  });
  expect([first.json.items.length, second.json.items.length, second.json.nextCursor]).toEqual([3, 2, null]);
  const viewer = await sessionCookie(await makeMember("viewer"));
  expect((await call("GET", "/members", { headers: { cookie: viewer } })).json.code).toBe("FORBIDDEN");
});

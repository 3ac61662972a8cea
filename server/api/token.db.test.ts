import { describe, expect, it } from "vitest";
import { TOKEN_DAYS } from "#domain/access-token.ts";
import { db } from "#server/db.ts";
import { makeArticle } from "#server/test/article.ts";
import { type Answer, callApi } from "#server/test/call-api.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";
import { tokenHeader } from "#server/test/token.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A member's browser. */
async function signIn(wanted: Parameters<typeof makeMember>[1] = {}) {
  const member = await makeMember("editor", wanted);
  let cookie = await sessionCookie(member);
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await callApi(method, path, body, { cookie });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return answer;
  };
  const list = async () => (await send("GET", "/profile/tokens")).json.items as Record<string, unknown>[];
  return { member, send, list };
}

const by = (token: Answer) => ({ authorization: `Bearer ${token.json.secret}` });
const daysFromNow = (moment: unknown): number => (new Date(String(moment)).getTime() - Date.now()) / DAY;

describe("a token for reading", () => {
  it("reads, and is told in its member's language that it does no more", async () => {
    const { send } = await signIn({ locale: "ja" });
    const headers = by(await send("POST", "/profile/tokens", { name: "書き出し", scope: "read" }));
    const { id } = await makeArticle();
    const article = await callApi("GET", `/articles/${id}`, undefined, headers);
    expect(article).toMatchObject({
      status: 200,
      json: { abilities: { update: false, annotate: false, discuss: false } },
    });
    const refused = await callApi("PATCH", `/articles/${id}`, { version: 1, title: "新題" }, headers);
    expect(refused).toMatchObject({ status: 403, json: { code: "TOKEN_READ_ONLY", data: {} } });
    expect(refused.json.message).toContain("読み取り専用");
  });

  it("is what one gets who says nothing, for a while", async () => {
    const { send } = await signIn();
    const { json } = await send("POST", "/profile/tokens", { name: "script" });
    expect(json).toMatchObject({ scope: "read", ended: null });
    expect(daysFromNow(json.expiresAt)).toBeCloseTo(TOKEN_DAYS.default, 2);
  });

  it.each([0, TOKEN_DAYS.max + 1, 1.5, "soon"])("is not made for %s days", async (days) => {
    const { send } = await signIn();
    const refused = await send("POST", "/profile/tokens", { name: "script", days });
    expect(refused).toMatchObject({ status: 400, json: { data: { issues: [{ path: "days" }] } } });
  });
});

describe("a token ends", () => {
  it("on its day, and is listed as ended behind those that work until it is removed", async () => {
    const { member, send, list } = await signIn();
    const { json: works } = await send("POST", "/profile/tokens", { name: "works" });
    const expiresAt = new Date(Date.now() - 1000);
    const authorization = await tokenHeader(member.id, { name: "ended", expiresAt });
    expect((await callApi("GET", "/profile", undefined, { authorization })).status).toBe(401);
    expect(await list()).toMatchObject([
      { id: works.id, ended: null },
      { name: "ended", ended: "expired", expiresAt: expiresAt.toISOString() },
    ]);
    expect((await send("DELETE", `/profile/tokens/${(await list())[1]?.id}`)).status).toBe(204);
    expect(await list()).toHaveLength(1);
  });

  it("with a changed password, which says so; another member's goes on, and one made since works", async () => {
    const { send, list } = await signIn();
    const other = await signIn();
    const draft = { name: "script", scope: "write" };
    const [own, theirs] = [
      by(await send("POST", "/profile/tokens", draft)),
      by(await other.send("POST", "/profile/tokens", draft)),
    ];
    const change = { current: TEST_PASSWORD, next: "quite another password" };
    expect((await send("POST", "/profile/password", change)).status).toBe(204);
    expect((await callApi("GET", "/profile", undefined, own)).status).toBe(401);
    expect((await callApi("GET", "/profile", undefined, theirs)).status).toBe(200);
    const since = by(await send("POST", "/profile/tokens", draft));
    expect((await callApi("GET", "/profile", undefined, since)).status).toBe(200);
    expect((await list()).map(({ ended }) => ended)).toEqual([null, "password_changed"]);
  });

  it("not after the one that made it", async () => {
    const { send, list } = await signIn();
    const made = await send("POST", "/profile/tokens", { name: "first", scope: "write", days: 2 });
    const next = await callApi("POST", "/profile/tokens", { name: "next", days: 365 }, by(made));
    expect(next).toMatchObject({ status: 201, json: { expiresAt: made.json.expiresAt } });
    expect(await list()).toMatchObject([{ name: "next" }, { name: "first" }]);
  });
});

it("says when it was last used, also where it was refused", async () => {
  const { send, list } = await signIn();
  const headers = by(await send("POST", "/profile/tokens", { name: "script" }));
  expect(await list()).toMatchObject([{ lastUsedAt: null }]);
  await callApi("POST", "/sources", { title: "x" }, headers);
  expect(daysFromNow((await list())[0]?.lastUsedAt)).toBeCloseTo(0, 2);
  expect(await db().source.count({ where: { title: "x" } })).toBe(0);
});

import { isContractProcedure } from "@orpc/contract";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { API_PREFIX, api } from "#contract/api.ts";
import { createToken } from "#server/commands/create-token.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { RawRequest } from "#server/test/raw-request.ts";
import { ANY_TOKEN } from "#server/test/token.ts";

const ID = "0197a000-0000-7000-8000-000000000000";
/** Five megabytes are announced and a few bytes of them sent: no answer that waits for the rest would ever come. */
const LONG = { "content-type": "application/json", "content-length": "5000000" };
const BEGINNING = '{"content":"';

let instance: Instance;
let token: string;
let cookie: string;
const requests: RawRequest[] = [];

beforeAll(async () => {
  instance = await startInstance();
  const member = await makeMember("editor");
  token = (await createToken(member, ANY_TOKEN)).secret;
  cookie = await sessionCookie(member);
});
afterEach(() => {
  for (const { socket } of requests.splice(0)) socket.destroy();
});
afterAll(() => instance.close());

function begun(line: string, headers: Record<string, string>, body = BEGINNING): RawRequest {
  const request = new RawRequest(instance.origin).begin(line, headers, body);
  requests.push(request);
  return request;
}

const calls = Object.values(api)
  .flatMap((noun) => Object.values(noun))
  .flatMap((call) => {
    if (!isContractProcedure(call)) return [];
    const { route, errorMap } = call["~orpc"];
    const { method = "POST", path = "" } = route;
    const line = `${method} ${API_PREFIX}${path.replace(/\{\w+\}/g, ID)}`;
    return method === "GET" ? [] : [{ line, isOpen: !("UNAUTHENTICATED" in errorMap) }];
  });

describe("while the body is still being sent", () => {
  it.each(calls.filter(({ isOpen }) => !isOpen))("a stranger is refused at $line", async ({ line }) => {
    const answer = await begun(line, LONG).answer();
    expect(answer).toMatchObject({ status: 401, json: { code: "UNAUTHENTICATED" } });
    expect(answer.headers.get("connection")).toBe("close");
  });

  it.each(calls.filter(({ isOpen }) => isOpen))(
    "a stranger's long form is refused at $line",
    async ({ line }) => {
      expect(await begun(line, LONG).answer()).toMatchObject({
        status: 413,
        json: { code: "BODY_TOO_LARGE" },
      });
      const unannounced = { "content-type": "application/json", "transfer-encoding": "chunked" };
      expect(await begun(line, unannounced, "1\r\n{\r\n").answer()).toMatchObject({ status: 413 });
    },
  );

  it.each<[string, string, Record<string, string>, number, string]>([
    ["at no address of ours", "POST /api/v1/nothing", {}, 404, "NOT_FOUND"],
    ["by a method there is not", "DELETE /api/v1/articles", {}, 405, "METHOD_NOT_ALLOWED"],
    ["to a page", "POST /signin", {}, 405, "METHOD_NOT_ALLOWED"],
    ["with a question", "GET /api/v1/articles", {}, 413, "BODY_TOO_LARGE"],
    ["by a method that nobody uses", "TRACE /api/v1/articles", {}, 413, "BODY_TOO_LARGE"],
    ["at the sign-in", "POST /api/auth/callback/credentials", {}, 413, "BODY_TOO_LARGE"],
    ["with a wrong token", "POST /api/v1/articles", { authorization: "Bearer none" }, 401, "UNAUTHENTICATED"],
    [
      "with a wrong cookie",
      "POST /api/v1/articles",
      { cookie: "next-auth.session-token=a" },
      401,
      "UNAUTHENTICATED",
    ],
  ])("somebody unknown is refused %s", async (_name, line, headers, status, code) => {
    expect(await begun(line, { ...LONG, ...headers }).answer()).toMatchObject({ status, json: { code } });
  });

  it("another site's page is refused with the member's own cookie", async () => {
    const headers = { ...LONG, cookie, origin: "https://elsewhere.example" };
    expect(await begun("POST /api/v1/articles", headers).answer()).toMatchObject({
      status: 403,
      json: { code: "ORIGIN_REFUSED" },
    });
  });

  it.each([
    ["announced too large", { "content-length": "20000000" }, BEGINNING, 413, "ARTICLE_TOO_LARGE"],
    ["nested too deep", { "content-length": "5000000" }, "[".repeat(300), 400, "INVALID_INPUT"],
    ["of too many values", { "content-length": "5000000" }, `[${"1,".repeat(90_000)}`, 413, "BODY_TOO_LARGE"],
  ])("a member's body that is %s is refused", async (_name, headers, body, status, code) => {
    const sent = { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers };
    const answer = await begun("POST /api/v1/articles", sent, body).answer();
    expect(answer).toMatchObject({ status, json: { code } });
  });
});

it.each([
  ["as many parameters as an address may have", 50, 401],
  ["more", 51, 400],
])("takes %s", async (_name, count, status) => {
  const query = Array.from({ length: count }, () => "a[b][]=1").join("&");
  const answer = await begun(`GET /api/v1/articles?${query}`, { connection: "close" }, "").answer();
  expect(answer.status).toBe(status);
});

it("speaks the reader's language", async () => {
  const answerIn = async (language: string) =>
    (await begun("POST /api/v1/articles", { ...LONG, "accept-language": language }).answer()).json.message;
  expect(await answerIn("ja")).toBe("先にサインインしてください。");
  expect(await answerIn("en")).toBe("Please sign in first.");
});

it("hangs up on who goes on sending", async () => {
  const request = begun("POST /api/v1/articles", LONG);
  expect((await request.answer()).status).toBe(401);
  request.send("a".repeat(1_000_000));
  await request.ended();
});

it("takes in a member's whole body", async () => {
  const body = JSON.stringify({ format: "text", content: "題\n\n• 市は費用を公表していない。" });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const answer = await begun(
    "POST /api/v1/article-previews",
    { ...headers, ...length, connection: "close" },
    body,
  ).answer();
  expect(answer).toMatchObject({ status: 200, json: { title: "題" } });
});

import { once } from "node:events";
import { createConnection } from "node:net";
import { expect, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

/**
 * The status and message of a request of which five megabytes are announced and a few bytes sent: an answer that waited
 * for the rest would never come.
 */
async function answerBeforeBody(base: string, line: string, language: string) {
  const { hostname, port } = new URL(base);
  const socket = createConnection({ host: hostname, port: Number(port) });
  const head = ["host: localhost", `accept-language: ${language}`, "content-type: application/json"];
  socket.write(`${line} HTTP/1.1\r\n${head.join("\r\n")}\r\ncontent-length: 5000000\r\n\r\n{"content":"`);
  let heard = "";
  while (!heard.includes("}")) heard += String((await once(socket, "data"))[0]);
  socket.destroy();
  const [, status] = heard.split(" ");
  const { message } = JSON.parse(heard.slice(heard.indexOf("{"))) as { message: string };
  return { status: Number(status), message };
}

test.describe("a stranger's body is not read", () => {
  for (const [line, status, code] of [
    ["POST /api/v1/articles", 401, "UNAUTHENTICATED"],
    ["PUT /api/v1/claims/0197a000-0000-7000-8000-000000000000/verdict", 401, "UNAUTHENTICATED"],
    ["POST /api/v1/invitations/accept", 413, "BODY_TOO_LARGE"],
    ["POST /api/v1/nothing", 404, "NOT_FOUND"],
    ["POST /api/auth/callback/credentials", 413, "BODY_TOO_LARGE"],
    ["POST /signin", 405, "METHOD_NOT_ALLOWED"],
  ] as const) {
    test(`${line}: ${status}, while it is still being sent`, async ({ baseURL }) => {
      for (const language of ["ja", "en"] as const) {
        const message = wordsOf(language)(`errors.${code}`);
        expect(await answerBeforeBody(baseURL ?? "", line, language)).toEqual({ status, message });
      }
    });
  }
});

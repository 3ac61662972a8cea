import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { withDefaultHeaders } from "./default-headers.ts";

const DEFAULTS = { "X-Frame-Options": "DENY", "content-security-policy": "default-src 'none'" };

async function headersOf(answer: (response: ServerResponse) => void): Promise<Headers> {
  const server = createServer((_, response) => {
    withDefaultHeaders(response, DEFAULTS);
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).headers;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const own = "sandbox";

it.each<[string, (response: ServerResponse) => void]>([
  ["that is only ended", (response) => response.end("x")],
  [
    "that is written in pieces",
    (response) => {
      response.write("x");
      response.end();
    },
  ],
  ["with a status", (response) => void response.writeHead(404).end()],
  ["with a status and its words", (response) => void response.writeHead(404, "Nothing").end()],
  ["with headers", (response) => void response.writeHead(200, { "x-a": "1" }).end()],
  ["with words and headers", (response) => void response.writeHead(200, "Fine", { "x-a": "1" }).end()],
  ["with a list of headers", (response) => void response.writeHead(200, ["x-a", "1"]).end()],
  [
    "whose headers are sent ahead",
    (response) => {
      response.flushHeaders();
      response.end();
    },
  ],
])("an answer %s has them", async (_name, answer) => {
  const headers = await headersOf(answer);
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'");
});

it.each<[string, (response: ServerResponse) => void]>([
  ["set before", (response) => void response.setHeader("Content-Security-Policy", own).end()],
  ["written", (response) => void response.writeHead(200, { "Content-Security-Policy": own }).end()],
  ["written as a list", (response) => void response.writeHead(200, ["Content-Security-Policy", own]).end()],
])("a header of the answer's own that is %s stays", async (_name, answer) => {
  const headers = await headersOf(answer);
  expect(headers.get("content-security-policy")).toBe(own);
  expect(headers.get("x-frame-options")).toBe("DENY");
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "#prisma/generated/client.ts";
import { type Collector, type ReceivedSpan, startCollector } from "#server/test/collector.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { startWatchedProcess, type WatchedProcess } from "#server/test/watched-process.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";

let collector: Collector;
let server: WatchedProcess;
let editor: Member;
let stopped = false;

beforeAll(async () => {
  collector = await startCollector();
  server = await startWatchedProcess({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20collector-token",
    OTEL_SERVICE_NAME: "uratori-test",
    TRUST_PROXY: "1",
    LOG_LEVEL: "warn",
  });
  editor = await makeMember("editor", { name: "kanaria" });
});
afterAll(async () => {
  if (!stopped) await server.stop();
  await collector.close();
});

const spanOf = (name: string): ReceivedSpan => {
  const span = collector.spans.find((one) => one.name === name);
  if (!span) throw new Error(`No ${name} among ${collector.spans.map((one) => one.name).join(", ")}`);
  return span;
};

test("a command, its transaction and its worker thread are spans of their request, which goes on a proxy's trace", async () => {
  const headers = {
    cookie: await sessionCookie(editor),
    origin: server.origin,
    "content-type": "application/json",
    traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
    "x-request-id": "request-0001",
  };
  const send = (path: string, body: unknown) =>
    fetch(`${server.origin}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const long = `kanaria の題名\n\n${"長い段落。".repeat(25_000)}`;
  expect((await send("/article-previews", { format: "text", content: long })).status).toBe(200);
  expect((await send("/sources", { title: "kanaria" })).status).toBe(201);
  expect(
    (await send(`/claims/${randomUUID()}/confirmation?kanaria=kanaria`, {})).status,
  ).toBeGreaterThanOrEqual(400);
  // What is still on its way is sent before the end.
  await server.stop();
  stopped = true;

  const command = spanOf("command source.create");
  expect(command.attributes).toMatchObject({ "uratori.outcome": "done", "uratori.name": "source.create" });
  const request = collector.spans.find(({ spanId }) => spanId === command.parentSpanId);
  expect(request).toMatchObject({
    name: "request",
    traceId: TRACE,
    parentSpanId: "b7ad6b7169203331",
    service: "uratori-test",
    attributes: {
      "http.request.method": "POST",
      "http.response.status_code": 201,
      "uratori.operation": "source.create",
      "uratori.request_id": "request-0001",
    },
  });
  expect(
    collector.spans
      .filter(({ name }) => name === "transaction database")
      .map(({ parentSpanId }) => parentSpanId),
  ).toContain(command.spanId);
  expect(spanOf("task long work").parentSpanId).toBe(spanOf("command article.preview").spanId);
  expect(collector.asked[0]).toEqual({ path: "/v1/traces", authorization: "Bearer collector-token" });
});

test("no span says who, what or where to", () => {
  const all = collector.bodies.join("\n");
  expect(all).not.toMatch(/kanaria|article-previews|confirmation\?|uratori\.session/i);
  expect(all).not.toContain(editor.id);
  const attributes = new Set(collector.spans.flatMap((span) => Object.keys(span.attributes)));
  const known = [
    "http.request.method",
    "http.response.status_code",
    "uratori.code",
    "uratori.kind",
    "uratori.name",
    "uratori.operation",
    "uratori.outcome",
    "uratori.request_id",
  ];
  for (const name of attributes) expect(known).toContain(name);
});

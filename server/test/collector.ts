import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";

/** OTLP over HTTP in JSON, as far as a test looks at it. */
const valueSchema = z
  .looseObject({ stringValue: z.string().optional(), intValue: z.union([z.number(), z.string()]).optional() })
  .transform((value) => value.stringValue ?? Number(value.intValue));
const attributesSchema = z
  .array(z.object({ key: z.string(), value: valueSchema }))
  .default([])
  .transform((pairs) => Object.fromEntries(pairs.map(({ key, value }) => [key, value])));
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: attributesSchema,
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: attributesSchema }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});
export type ReceivedSpan = z.output<typeof spanSchema> & { service: unknown };

/** A collector of traces on a port of its own, which keeps what it is sent. */
export interface Collector {
  url: string;
  spans: ReceivedSpan[];
  /** What came, as it came. */
  bodies: string[];
  /** `path` and `authorization` of each request. */
  asked: { path: string | undefined; authorization: string | undefined }[];
  close: () => Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const asked: Collector["asked"] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    asked.push({ path: request.url, authorization: request.headers.authorization });
    bodies.push(body);
    for (const { resource, scopeSpans } of exportSchema.parse(JSON.parse(body)).resourceSpans)
      for (const span of scopeSpans.flatMap((scope) => scope.spans))
        spans.push({ ...span, service: resource.attributes["service.name"] });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

import { AsyncLocalStorage } from "node:async_hooks";
import type { Attributes, Span, SpanContext, Tracer } from "@opentelemetry/api";
import { env } from "#server/env.ts";
import { log } from "#server/log.ts";

/** How long the last spans may take to leave when we stop, in milliseconds. */
const FLUSH_MS = 3_000;

/** The one kind of span that answers somebody. */
export const REQUEST = "request";

interface Tracing {
  begin: (name: string, parent: Span | SpanContext | null, attributes: Attributes) => Span;
  stop: () => Promise<void>;
  /** The innermost span under way. */
  current: AsyncLocalStorage<Span>;
}

/**
 * Kept for Next's bundles, which have modules of their own. Nothing is registered with OpenTelemetry's global API: Next
 * traces itself there, with whole addresses, and an address can hold the secret of an invitation.
 */
const kept = globalThis as typeof globalThis & { uratoriTracing?: Tracing };

/**
 * Sends traces from now on, where `OTEL_EXPORTER_OTLP_ENDPOINT` or its form for traces is set; else nothing is loaded.
 * Answers what sends the rest and stops it.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const url = tracesAddress();
  if (url === null) return async () => {};
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const { OTEL_EXPORTER_OTLP_HEADERS: headers, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER_ARG } = env();
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": OTEL_SERVICE_NAME }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, headers }) })],
  });
  const tracer: Tracer = provider.getTracer("uratori");
  const tracing: Tracing = {
    current: new AsyncLocalStorage(),
    begin: (name, parent, attributes) => {
      const context = parent
        ? api.trace.setSpanContext(api.ROOT_CONTEXT, "spanContext" in parent ? parent.spanContext() : parent)
        : api.ROOT_CONTEXT;
      const kind = name === REQUEST ? api.SpanKind.SERVER : api.SpanKind.INTERNAL;
      return tracer.startSpan(name, { attributes, kind }, context);
    },
    stop: async () => {
      if (kept.uratoriTracing === tracing) delete kept.uratoriTracing;
      await provider.shutdown();
    },
  };
  kept.uratoriTracing = tracing;
  return () => inTime(tracing.stop());
}

/** Null where nothing is to be traced. */
export function tracesAddress(): string | null {
  const known = env();
  if (known.OTEL_SDK_DISABLED) return null;
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole, OTEL_EXPORTER_OTLP_ENDPOINT: base } = known;
  if (whole !== undefined) return whole;
  return base === undefined ? null : `${base.replace(/\/+$/, "")}/v1/traces`;
}

/**
 * Does `work` as a span under the one that is under way. `end` adds to its attributes: names of operations, outcomes and
 * numbers, never what a person sent and never who they are.
 *
 * @param parent the span of whoever called us over the network
 */
export async function spanned<Result>(
  name: string,
  attributes: Attributes,
  work: (end: (more: Attributes) => void) => Promise<Result>,
  parent: SpanContext | null = null,
): Promise<Result> {
  const { uratoriTracing: tracing } = kept;
  if (!tracing) return await work(() => {});
  const span = tracing.begin(name, tracing.current.getStore() ?? parent, attributes);
  try {
    return await tracing.current.run(span, work, (more: Attributes) => void span.setAttributes(more));
  } finally {
    span.end();
  }
}

/** A collector that is away keeps nobody from stopping. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("It took too long")), FLUSH_MS);
  });
  try {
    await Promise.race([work, late]);
  } catch (error) {
    log().warn({ err: error }, "the last traces could not be sent");
  } finally {
    clearTimeout(timer);
  }
}

/** The `traceparent` of a request, W3C Trace Context level 1; null where there is none of its shape. */
export function traceParent(header: string | undefined): SpanContext | null {
  const parts = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? "");
  const [, traceId, spanId, flags] = parts ?? [];
  if (!traceId || !spanId || !flags) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

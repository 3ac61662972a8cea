import { expect, test } from "vitest";
import { Refusal } from "#domain/error.ts";
import { measured, outcomeOf } from "./measured.ts";
import { metrics } from "./metrics.ts";
import { traceParent } from "./tracing.ts";

test.each([
  ["a refusal", new Refusal("NOT_FOUND"), "NOT_FOUND"],
  ["input that does not fit", Object.assign(new Error(), { code: "BAD_REQUEST" }), "INVALID_INPUT"],
  ["a driver's code", Object.assign(new Error(), { code: "23505" }), "failed"],
  ["a file that is not there", Object.assign(new Error(), { code: "ENOENT" }), "failed"],
  ["what took too long", new DOMException("late", "TimeoutError"), "ended"],
  ["what is no error", "words", "failed"],
])("%s ends work as a word of a bounded set", async (_name, thrown, outcome) => {
  expect(outcomeOf(thrown)).toBe(outcome);
  await expect(measured("fetch", "address", () => Promise.reject(thrown))).rejects.toBe(thrown);
  expect(await metrics().registry.metrics()).toContain(`uratori_fetches_total{outcome="${outcome}"}`);
});

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SPAN = "b7ad6b7169203331";

test.each([
  ["a whole one", `00-${TRACE}-${SPAN}-01`, { traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true }],
  ["none", undefined, null],
  ["of another version", `ff-${TRACE}-${SPAN}-01`, null],
  ["without a trace", `00-${"0".repeat(32)}-${SPAN}-01`, null],
  ["without a span", `00-${TRACE}-${"0".repeat(16)}-01`, null],
  ["of other letters", `00-${TRACE.toUpperCase()}-${SPAN}-01`, null],
])("a traceparent: %s", (_name, header, parent) => {
  expect(traceParent(header)).toEqual(parent);
});

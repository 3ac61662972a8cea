import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { codePointLength } from "#domain/offset.ts";
import { hypothesisAnnotation, SAMPLE_QUOTE, w3cAnnotation } from "#formats/samples/annotations.ts";
import { sampleReport } from "#formats/samples/report.ts";
import { readAnnotations } from "./registry.ts";

const SAMPLES: readonly unknown[] = [
  { total: 1, rows: [hypothesisAnnotation(SAMPLE_QUOTE, { text: "日付は正しい？", tags: ["date"] })] },
  { type: "AnnotationPage", items: [w3cAnnotation([{ type: "TextQuoteSelector", ...SAMPLE_QUOTE }])] },
  sampleReport,
];

/** Values that readers must not trust: of the wrong type, named like what objects have anyway, broken characters. */
const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    "",
    "\ud800",
    "\0",
    "__proto__",
    -1,
    1e308,
    [],
    {},
    { toString: 1, valueOf: 1, length: 9 },
  ),
);

/** `json` with one of its values, anywhere in it, replaced by `value`. */
function mutated(json: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof json !== "object" || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const copy: Record<string, unknown> = { ...json };
  copy[key] = mutated(copy[key], rest, value);
  return Array.isArray(json) ? Object.values(copy) : copy;
}

function holds(content: string | Uint8Array): void {
  const answer = readAnnotations(content);
  if (!answer.ok) return;
  for (const { words, comment, author, writtenAt, selectors } of answer.annotations) {
    expect(words.exact.trim()).not.toBe("");
    expect(codePointLength(comment)).toBeLessThanOrEqual(MAX_COMMENT_LENGTH);
    expect(`${words.exact}${comment}${author}`).not.toMatch(/\p{Surrogate}|\0/u);
    expect(selectors.length).toBeGreaterThan(0);
    if (writtenAt !== null) expect(new Date(writtenAt).toISOString()).toBe(writtenAt);
  }
}

const RUNS = { numRuns: 1000 };
/** In milliseconds; a busy machine takes long. */
const PATIENCE = 60_000;

it(
  "answers any JSON",
  () => {
    fc.assert(
      fc.property(hostile, (json) => holds(JSON.stringify(json))),
      RUNS,
    );
  },
  PATIENCE,
);

it(
  "answers any text and any bytes",
  () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array()), holds), RUNS);
  },
  PATIENCE,
);

it(
  "answers files of which one value is another",
  () => {
    const steps = fc.array(fc.nat(50), { maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), steps, hostile, (sample, path, value) =>
        holds(JSON.stringify(mutated(sample, path, value))),
      ),
      RUNS,
    );
  },
  PATIENCE,
);

it(
  "answers files that were cut, or of which a stretch is missing",
  () => {
    const cut = fc.tuple(fc.constantFrom(...SAMPLES), fc.nat(8000), fc.nat(40));
    fc.assert(
      fc.property(cut, ([sample, at, length]) => {
        const text = JSON.stringify(sample);
        holds(text.slice(0, at % text.length) + text.slice((at % text.length) + length));
      }),
      RUNS,
    );
  },
  PATIENCE,
);

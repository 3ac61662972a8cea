import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK_SEPARATOR } from "../block.ts";
import { graphemeBoundaries } from "../grapheme.ts";
import { codePoints, sliceCodePoints } from "../offset.ts";
import { blocksAndRange, blocksOf, someBlocks } from "./anchoring-samples.ts";
import { describe as describeRange } from "./describe.ts";
import { resolve, type Selector } from "./resolve.ts";

const at = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });

test("resolve finds again what describe described, by position and by words", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(blocksAndRange, ({ blocks, range }) => {
      const described = describeRange(blocks, range);
      if (described.state !== "exact") return;
      expect(resolve(blocks, described.range)).toEqual(described);
      const { start, end, blockId: _, ...words } = described.range;
      const found = resolve(blocks, words);
      if (found.state === "exact") expect(found).toEqual(described);
      else {
        expect(found.state).toBe("needsPlacing");
        const starts = found.state === "needsPlacing" ? found.candidates.map((one) => one.start) : [];
        expect(starts).toContain(start);
      }
      expect(end).toBeGreaterThan(start);
    }),
    { numRuns: 400 },
  );
});

test("an anchor quotes exactly the words at its place, on whole graphemes, inside its block", () => {
  fc.assert(
    fc.property(blocksAndRange, ({ blocks, range }) => {
      const text = blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
      const described = describeRange(blocks, range);
      if (described.state !== "exact") return;
      const { start, end, exact, prefix, suffix, blockId } = described.range;
      expect(sliceCodePoints(text, start, end)).toBe(exact);
      const block = blocks.find(({ id }) => id === blockId);
      const boundaries = graphemeBoundaries(block?.text ?? "").map((offset) => offset + (block?.start ?? 0));
      expect(boundaries).toContain(start);
      expect(boundaries).toContain(end);
      expect(sliceCodePoints(text, codePoints(0), start).endsWith(prefix)).toBe(true);
      expect(text.slice(sliceCodePoints(text, codePoints(0), end).length).startsWith(suffix)).toBe(true);
      expect([...prefix].length).toBeLessThanOrEqual(32);
      expect([...suffix].length).toBeLessThanOrEqual(32);
    }),
    { numRuns: 200 },
  );
});

test("no answer ever quotes other words than were asked for", () => {
  const quote = fc.record({
    exact: fc.string({
      unit: fc.constantFrom("あ", "い", " ", "👩", "‍", "か", "\u3099", "が", "・", "\n"),
      maxLength: 4,
    }),
    prefix: fc.constantFrom("", "あ", "い ", "京"),
    suffix: fc.constantFrom("", "あ", "。"),
    start: fc.option(fc.nat(60), { nil: undefined }),
  });
  fc.assert(
    fc.property(someBlocks, quote, (blocks, selector) => {
      const answer = resolve(blocks, selector);
      if (answer.state === "exact") expect(selector.exact).toContain(answer.range.exact);
      if (answer.state === "needsPlacing") expect(answer.candidates.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

const blocks = blocksOf("題名", "北京で会談した。北京で会食した。", "家族👩‍👩‍👧と北京で会う", "  ・平壌 ");
const cases: { name: string; selector: Selector; answer: string; start?: number; starts?: number[] }[] = [
  {
    name: "position with equal words",
    selector: { exact: "北京", start: 11, end: 13 },
    answer: "exact",
    start: 11,
  },
  { name: "position without an end", selector: { exact: "北京", start: 11 }, answer: "exact", start: 11 },
  { name: "a quote that stands once", selector: { exact: "会食" }, answer: "exact", start: 14 },
  {
    name: "a wrong position of a quote that stands once",
    selector: { exact: "会食", start: 3, end: 5 },
    answer: "exact",
    start: 14,
  },
  {
    name: "a wrong position of a repeated quote",
    selector: { exact: "北京", start: 4, end: 6 },
    answer: "needsPlacing",
    starts: [3, 11, 28],
  },
  {
    name: "an end that contradicts the quote",
    selector: { exact: "北京", start: 3, end: 9 },
    answer: "needsPlacing",
    starts: [3, 11, 28],
  },
  {
    name: "a suffix that singles one out",
    selector: { exact: "北京", suffix: "で会食" },
    answer: "exact",
    start: 11,
  },
  {
    name: "a prefix across the block's edge, other white space",
    selector: { exact: "北京", prefix: "題名\n\n  " },
    answer: "exact",
    start: 3,
  },
  {
    name: "context that fits two places",
    selector: { exact: "北京", suffix: "で会" },
    answer: "needsPlacing",
    starts: [3, 11, 28],
  },
  {
    name: "context that fits two of three",
    selector: { exact: "北京で会", suffix: "", prefix: "。" },
    answer: "exact",
    start: 11,
  },
  {
    name: "context that fits nowhere",
    selector: { exact: "北京", suffix: "で泳" },
    answer: "needsPlacing",
    starts: [3, 11, 28],
  },
  {
    name: "position and context that contradict",
    selector: { exact: "北京", start: 3, suffix: "で会食" },
    answer: "needsPlacing",
    starts: [11, 3],
  },
  { name: "no such words", selector: { exact: "上海" }, answer: "gone" },
  { name: "half a grapheme", selector: { exact: "👩" }, answer: "gone" },
  { name: "a whole family", selector: { exact: "👩‍👩‍👧" }, answer: "exact", start: 22 },
  { name: "over a block's edge", selector: { exact: "会食した。\n家族" }, answer: "crosses_blocks" },
  {
    name: "over a block's edge, not in the text",
    selector: { exact: "会食した。\n平壌" },
    answer: "needsPlacing",
    starts: [14],
  },
  { name: "white space only", selector: { exact: " 　" }, answer: "empty" },
  {
    name: "white space around a quote is dropped",
    selector: { exact: "・平壌 " },
    answer: "exact",
    start: 37,
  },
  { name: "a block", selector: { blockId: "b4" }, answer: "exact", start: 37 },
  { name: "no such block", selector: { blockId: "b9" }, answer: "gone" },
];

test.each(cases)("resolve: $name", ({ selector, answer, start, starts }) => {
  const resolution = resolve(blocks, selector);
  expect(resolution.state).toBe(answer);
  if (resolution.state === "exact") expect(resolution.range.start).toBe(start);
  if (resolution.state === "needsPlacing")
    expect(resolution.candidates.map((one) => one.start)).toEqual(starts);
});

test.each([
  { name: "over a block's edge", range: at(0, 5), state: "crosses_blocks" },
  { name: "past the text's end", range: at(30, 400), state: "crosses_blocks" },
  { name: "nothing", range: at(4, 4), state: "empty" },
  { name: "white space and a bullet mark", range: at(34, 37), state: "empty" },
])("describe refuses $name", ({ range, state }) => {
  expect(describeRange(blocks, range)).toEqual({ state });
});

test.each([
  [
    "other words between the same",
    { exact: "北京で会見した。", prefix: "題名\n" },
    "changed",
    "北京で会談した。",
  ],
  ["another number", { exact: "参加者は1300人だった", suffix: "。" }, "changed", "参加者は1200人だった"],
  [
    "words alike without any context",
    { exact: "参加者は1300人だったが" },
    "needsPlacing",
    "参加者は1200人だった",
  ],
])("resolve offers %s, and places nothing", (_name, selector, state, words) => {
  const article = blocksOf("題名", "北京で会談した。", "参加者は1200人だった。", "以上。");
  const resolution = resolve(article, selector);
  expect(resolution.state).toBe(state);
  if ("candidates" in resolution) expect(resolution.candidates[0]?.exact).toBe(words);
});

test("overlapping places of a quote are all candidates", () => {
  const resolution = resolve(blocksOf("ああああ"), { exact: "あああ" });
  expect(resolution).toMatchObject({ state: "needsPlacing", candidates: [{ start: 0 }, { start: 1 }] });
});

/** Both took minutes before; the limits leave room for a machine that is busy with other tests. */
const SLOW = { timeout: 30_000 };

test("a hundred thousand characters with two thousand quotes resolve quickly", SLOW, () => {
  const article = blocksOf(
    ...Array.from({ length: 1000 }, (_, i) => `第${i}段落。${"この文は埋め草である。".repeat(9)}`),
  );
  const selectors = article.flatMap((block, i) => [
    { exact: `第${i}段落。`, start: block.start },
    {
      exact: "この文は埋め草である。",
      start: block.start + 5 + String(i).length - 1,
      prefix: `第${i}段落。`,
    },
  ]);
  const before = performance.now();
  const states = selectors.map((selector) => resolve(article, selector).state);
  expect(new Set(states)).toEqual(new Set(["exact"]));
  expect(performance.now() - before).toBeLessThan(20_000);
});

test("one endless paragraph of the same words is answered quickly, and not guessed at", SLOW, () => {
  const article = blocksOf("題", "あ👩‍👩‍👧い".repeat(60_000));
  const before = performance.now();
  const anywhere = resolve(article, { exact: "あ", prefix: "い" });
  expect(anywhere.state === "needsPlacing" && anywhere.candidates.length).toBe(20);
  const placed = resolve(article, { exact: "👩‍👩‍👧", start: 2 + 7 * 50_000 + 1 });
  expect(placed.state === "exact" && placed.range.prefix.endsWith("あ")).toBe(true);
  expect(performance.now() - before).toBeLessThan(20_000);
});

test("a run of emoji without end is answered too", SLOW, () => {
  const article = blocksOf("題", "👩‍👩‍👧".repeat(20_000));
  const before = process.cpuUsage();
  expect(resolve(article, { exact: "👩‍👩‍👧", prefix: "題" }).state).toBe("needsPlacing");
  expect(resolve(article, { exact: "👩" })).toEqual({ state: "gone" });
  // Work, not time: tests share their machine.
  expect(process.cpuUsage(before).user / 1_000_000, "seconds").toBeLessThan(15);
});

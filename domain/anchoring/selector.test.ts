import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksAndRange, blocksOf } from "./anchoring-samples.ts";
import { describe as describeRange } from "./describe.ts";
import { resolve } from "./resolve.ts";
import { selectorsOf, w3cSelectorsSchema } from "./selector.ts";

const QUOTE = { type: "TextQuoteSelector", exact: "北京" };

describe("selectors of a foreign annotation", () => {
  it.each([
    ["one alone", QUOTE, 1],
    ["several", [{ type: "TextPositionSelector", start: 0, end: 2 }, QUOTE], 2],
    [
      "kinds that need a document, as Hypothesis sends first",
      [
        {
          type: "RangeSelector",
          startContainer: "/p[1]",
          startOffset: 0,
          endContainer: "/p[1]",
          endOffset: 2,
        },
        QUOTE,
      ],
      1,
    ],
    ["properties nobody knows", { ...QUOTE, "dcterms:conformsTo": "x", prefix: null }, 1],
    ["a range of two quotes", { type: "RangeSelector", startSelector: QUOTE, endSelector: QUOTE }, 1],
    ["an empty quote", { type: "TextQuoteSelector", exact: "" }, 0],
    ["an end before the start", { type: "TextPositionSelector", start: 5, end: 2 }, 0],
    ["half a code point", { type: "TextPositionSelector", start: 0.5, end: 2 }, 0],
    ["a range of what is not known", { type: "RangeSelector", startSelector: QUOTE, endSelector: {} }, 0],
    ["no object", "北京", 0],
    ["nothing", undefined, 0],
  ])("%s", (_name, json, count) => {
    expect(w3cSelectorsSchema.parse(json)).toHaveLength(count);
  });

  it("keep what refines them", () => {
    const [selector] = w3cSelectorsSchema.parse({
      ...QUOTE,
      refinedBy: { type: "TextPositionSelector", start: 0, end: 1 },
    });
    expect(selector?.refinedBy).toEqual([{ type: "TextPositionSelector", start: 0, end: 1 }]);
  });

  it("are read without exhausting the stack, however deep they stand in one another", () => {
    let deep: unknown = QUOTE;
    for (let depth = 0; depth < 100_000; depth += 1) deep = { ...QUOTE, refinedBy: [deep] };
    expect(w3cSelectorsSchema.parse(deep)).toHaveLength(1);
  });

  it("are always a list, whatever the JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(w3cSelectorsSchema.parse(json))));
  });
});

/** [0,2) 題名 [3,19) … as in the linear text. */
const blocks = blocksOf(
  "題名",
  "北京で会談した。北京で会食した。",
  "参加者は12人、うち２人は代表だ。",
  "以上。",
);
const quote = (exact: string, more: object = {}) => ({ type: "TextQuoteSelector", exact, ...more });
const position = (start: number, end: number, more: object = {}) => ({
  type: "TextPositionSelector",
  start,
  end,
  ...more,
});

describe("what W3C selectors select", () => {
  it.each([
    ["a position proven by the quote", [position(11, 13), quote("北京")], "exact", "北京", 11],
    ["a quote whose position is wrong", [position(0, 2), quote("会食")], "exact", "会食", 14],
    ["a quote set otherwise", [quote("うち2人は")], "moved", "うち２人は", 28],
    [
      "a range from words to words",
      {
        type: "RangeSelector",
        startSelector: quote("北京で会食"),
        endSelector: quote("した。", { prefix: "会食" }),
      },
      "exact",
      "北京で会食",
      11,
    ],
    ["words in a sentence", quote("北京で会食した。", { refinedBy: quote("北京") }), "exact", "北京", 11],
    [
      "a position in a sentence that is proven",
      quote("北京で会食した。", { refinedBy: position(3, 5) }),
      "exact",
      "会食",
      14,
    ],
    ["words in a stretch of the text", position(11, 19, { refinedBy: quote("北京") }), "exact", "北京", 11],
    [
      "the first alternative that can be proven",
      [{ type: "RangeSelector", startSelector: quote("上海"), endSelector: quote("以上") }, quote("以上。")],
      "exact",
      "以上。",
      38,
    ],
  ])("%s", (_name, json, state, exact, start) => {
    const answer = resolve(blocks, w3cSelectorsSchema.parse(json));
    expect(answer).toMatchObject({ state, range: { exact, start } });
  });

  it.each([
    ["a position alone", position(11, 13), "needsPlacing", 11],
    ["a position in a position", position(11, 19, { refinedBy: position(0, 2) }), "needsPlacing", 11],
    [
      "words in which something unknown is meant",
      quote("会食", { refinedBy: { type: "SvgSelector" } }),
      "needsPlacing",
      14,
    ],
    ["a quote that stands twice", quote("北京"), "needsPlacing", 3],
    ["a quote inside a longer number", quote("2人、"), "needsPlacing", 25],
    [
      "a range its quote gainsays",
      [
        { type: "RangeSelector", startSelector: quote("北京で会食"), endSelector: quote("参加者") },
        quote("北京"),
      ],
      "needsPlacing",
      3,
    ],
  ])("%s is for a person to place", (_name, json, state, start) => {
    const answer = resolve(blocks, w3cSelectorsSchema.parse(json));
    expect(answer).toMatchObject({
      state,
      candidates: expect.arrayContaining([expect.objectContaining({ start })]),
    });
  });

  it.each([
    ["no selectors", []],
    ["words that are not there", quote("上海")],
    ["a position behind the text", position(400, 402)],
    ["words outside what they refine", quote("題名", { refinedBy: quote("北京") })],
  ])("%s select nothing", (_name, json) => {
    expect(resolve(blocks, w3cSelectorsSchema.parse(json))).toEqual({ state: "gone" });
  });

  it("is one block's: a range across blocks says so", () => {
    const range = { type: "RangeSelector", startSelector: quote("会食"), endSelector: quote("以上。") };
    expect(resolve(blocks, w3cSelectorsSchema.parse(range))).toEqual({ state: "crosses_blocks" });
  });
});

it("resolve finds again what selectorsOf sends out", () => {
  fc.assert(
    fc.property(blocksAndRange, ({ blocks, range }) => {
      const described = describeRange(blocks, range);
      if (described.state !== "exact") return;
      const sent: unknown = JSON.parse(JSON.stringify(selectorsOf(described.range)));
      expect(resolve(blocks, w3cSelectorsSchema.parse(sent))).toEqual(described);
    }),
    { numRuns: 300 },
  );
});

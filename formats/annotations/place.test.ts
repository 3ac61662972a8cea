import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPlaced } from "#domain/anchor.ts";
import { annotationPlaces } from "#domain/annotation-place.ts";
import { codePointLength } from "#domain/offset.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { jsonExporter } from "#formats/exporters/json.ts";
import { hypothesisAnnotation, SAMPLE_QUOTE, w3cAnnotation } from "#formats/samples/annotations.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { plainTextImporter } from "../importers/plain-text.ts";
import { selectorsIn } from "./positions.ts";
import { readAnnotations } from "./registry.ts";

const article = readFileSync(new URL("../samples/articles/beijing-parade-ja.txt", import.meta.url), "utf8");
const annotatedRevision = buildRevision(plainTextImporter.read(article).blocks);

/** Where what stands in a file stands in a text. */
function placesIn(revision: { text: string; blocks: typeof annotatedRevision.blocks }, json: unknown) {
  const answer = readAnnotations(JSON.stringify(json));
  if (!answer.ok) return expect.unreachable(answer.reason);
  const sought = answer.annotations.map((one) => ({ ...one, selectors: selectorsIn(revision.text, one) }));
  return annotationPlaces(sought, revision);
}

const { text } = annotatedRevision;

describe("a Hypothesis annotation", () => {
  it("stands on its words, wherever its page had them", () => {
    const [found] = placesIn(annotatedRevision, [hypothesisAnnotation(SAMPLE_QUOTE)]);
    expect(found?.place).toMatchObject({
      exact: SAMPLE_QUOTE.exact,
      start: codePointLength(text.slice(0, text.indexOf(SAMPLE_QUOTE.exact))),
    });
    expect(found?.candidates).toEqual([]);
  });

  it("is never placed on other words: a changed number is offered, what is gone is not", () => {
    const changed = { ...SAMPLE_QUOTE, exact: "2024年9月3日に開催される" };
    const gone = { exact: "市は来年度の予算案を発表した", prefix: "一方、", suffix: "という。" };
    const [first, second] = placesIn(annotatedRevision, [
      hypothesisAnnotation(changed),
      hypothesisAnnotation(gone, { id: "b" }),
    ]);
    expect(first?.place).toBeNull();
    expect(first?.candidates[0]?.exact).toContain("2025年9月3日");
    expect(second?.place).toBeNull();
  });

  it("is told from its like by what stands around it, else it needs placing", () => {
    const twice = buildRevision([
      { kind: "paragraph", level: null, text: "東部では死者は3人だった。" },
      { kind: "paragraph", level: null, text: "西部でも死者は3人だった。" },
    ]);
    const known = placesIn(twice, [
      hypothesisAnnotation({ exact: "死者は3人", prefix: "西部でも", suffix: "だった。" }),
    ]);
    expect(known[0]?.place).toMatchObject({ blockId: "b2" });
    const unknown = placesIn(twice, [hypothesisAnnotation({ exact: "死者は3人" })]);
    expect(unknown[0]).toMatchObject({ place: null, candidates: [{ blockId: "b1" }, { blockId: "b2" }] });
  });

  it("counts positions in UTF-16 units, which prove one of two places here", () => {
    const words = "死者は3人だった。";
    const twice = buildRevision([
      { kind: "paragraph", level: null, text: `𠮷田🐟${words}` },
      { kind: "paragraph", level: null, text: `𠮷田🐟${words}` },
    ]);
    const start = twice.text.lastIndexOf(words);
    const selector = [
      { type: "TextPositionSelector", start, end: start + words.length },
      { type: "TextQuoteSelector", exact: words },
    ];
    const [hypothesis] = placesIn(twice, [hypothesisAnnotation(null, { target: [{ selector }] })]);
    expect(hypothesis?.place).toMatchObject({
      blockId: "b2",
      start: codePointLength(twice.text.slice(0, start)),
    });
    // The same numbers as code points name no place of these words.
    expect(placesIn(twice, w3cAnnotation(selector))[0]?.place).toBeNull();
  });

  it("that goes over a paragraph's edge is offered by its largest part", () => {
    const across =
      "東アジアの安全保障や国際社会の動向に大きな影響を及ぼします。本記事では、これらの最新動向を多角的に解説するとともに、国際情勢と北朝鮮の今後についてやさしく紐解きます。\n\n1. 「威権」";
    const [found] = placesIn(annotatedRevision, [hypothesisAnnotation({ exact: across })]);
    expect(found?.place).toBeNull();
    for (const { exact } of found?.candidates ?? []) expect(text).toContain(exact);
  });
});

it.each([
  ["a quote", { type: "TextQuoteSelector", ...SAMPLE_QUOTE }],
  [
    "a quote refined",
    {
      type: "TextQuoteSelector",
      exact: `今年の北京は、歴史的な意味を持つ一大イベントの舞台になりました。${SAMPLE_QUOTE.exact}`,
      refinedBy: { type: "TextQuoteSelector", exact: SAMPLE_QUOTE.exact },
    },
  ],
  [
    "a range",
    {
      type: "RangeSelector",
      startSelector: { type: "TextQuoteSelector", exact: "2025年9月3日に" },
      endSelector: { type: "TextQuoteSelector", exact: "「抗日戦争勝利80年記念」" },
    },
  ],
])("a W3C annotation is placed by %s", (_, selector) => {
  expect(placesIn(annotatedRevision, w3cAnnotation(selector))[0]?.place?.exact).toBe(SAMPLE_QUOTE.exact);
});

it.each([sampleReport, settledSampleReport])(
  "a report read back gives the same anchors ($scope)",
  (report) => {
    const places = placesIn(report.revision, JSON.parse(String(jsonExporter.write(report, "ja"))));
    report.claims.forEach(({ anchor }, index) => {
      if (!isPlaced(anchor)) return;
      const { blockId, start, end, exact } = anchor;
      expect(places[index]?.place, exact).toMatchObject({ blockId, start, end, exact });
    });
  },
);

it("never places words on others, whatever is asked", () => {
  const lines = text.split(/[\n。]/).filter((line) => line.length > 12);
  const annotations = Array.from({ length: 400 }, (_, index) => {
    const line = lines[index % lines.length] ?? "";
    const exact = line.slice(index % 5, (index % 5) + 10);
    const words = index % 5 === 0 ? `${exact}変` : exact;
    return hypothesisAnnotation({ exact: words, prefix: line.slice(0, index % 5) }, { id: `h${index}` });
  });
  const places = placesIn(annotatedRevision, annotations);
  places.forEach(({ place }, index) => {
    if (index % 5 === 0) expect(place).toBeNull();
    else if (place) expect(text).toContain(place.exact);
  });
  expect(places.filter(({ place }) => place).length).toBeGreaterThan(300);
});

import { describe, expect, it } from "vitest";
import { MAX_ANNOTATIONS, MAX_ANNOTATIONS_BYTES } from "#domain/annotation.ts";
import { CLAIM_KINDS } from "#domain/claim.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { jsonExporter } from "#formats/exporters/json.ts";
import {
  hypothesisAnnotation,
  SAMPLE_PAGE,
  SAMPLE_QUOTE,
  w3cAnnotation,
} from "#formats/samples/annotations.ts";
import { sampleReport } from "#formats/samples/report.ts";
import { readAnnotations } from "./registry.ts";

const WORDS = [{ type: "TextQuoteSelector", ...SAMPLE_QUOTE }];
const remark = w3cAnnotation(WORDS);

const read = (json: unknown) => {
  const answer = readAnnotations(JSON.stringify(json));
  return answer.ok ? answer : expect.unreachable(answer.reason);
};
const noted = (json: unknown) => Object.fromEntries(read(json).notes.map(({ what, count }) => [what, count]));

describe("what is read", () => {
  const hypothesis = hypothesisAnnotation(SAMPLE_QUOTE, { text: "日付は正しい？", tags: ["Date", "要確認"] });

  it.each([
    ["a search's answer", "hypothesis", { total: 1, rows: [hypothesis] }],
    [
      "Hypothesis' own export",
      "hypothesis",
      { export_date: "2025-09-06", export_userid: "a", client_version: "1.1", annotations: [hypothesis] },
    ],
    ["a list of Hypothesis' annotations", "hypothesis", [hypothesis]],
    ["one W3C annotation", "w3c", remark],
    ["a list", "w3c", [remark]],
    ["a page", "w3c", { type: "AnnotationPage", items: [remark] }],
    [
      "a collection",
      "w3c",
      { type: ["AnnotationCollection"], total: 1, first: { type: "AnnotationPage", items: [remark] } },
    ],
    ["a graph", "w3c", { "@graph": [{ "@type": "oa:Annotation", target: remark.target }] }],
    ["a report", "report", JSON.parse(String(jsonExporter.write(sampleReport, "ja")))],
  ])("knows %s", (_, format, json) => {
    const answer = read(json);
    expect(answer.format).toBe(format);
    expect(answer.annotations.length).toBe(format === "report" ? sampleReport.claims.length : 1);
  });

  it("brings a Hypothesis annotation with its author, time, text and kinds", () => {
    expect(read([hypothesis]).annotations[0]).toMatchObject({
      id: "x3kV0nN7Ee-9lQ8t0bQ2sA",
      page: SAMPLE_PAGE,
      words: SAMPLE_QUOTE,
      positionUnit: "utf16",
      author: "佐藤 由紀",
      writtenAt: "2025-09-04T01:23:45.678Z",
      comment: "日付は正しい？",
      statement: "",
      kinds: ["date"],
    });
    expect(noted([hypothesis])).toEqual({ tag: 1 });
    const nameless = hypothesisAnnotation(SAMPLE_QUOTE, { user_info: { display_name: null } });
    expect(read([nameless]).annotations[0]?.author).toBe("sato_y");
  });

  it("brings a W3C annotation with its author and time", () => {
    expect(read(remark).annotations[0]).toMatchObject({
      id: "https://anno.example.org/1",
      page: SAMPLE_PAGE,
      words: SAMPLE_QUOTE,
      positionUnit: "code_points",
      author: "森 奈々",
      writtenAt: "2025-09-05T00:00:00.000Z",
      comment: "出典を確かめる。",
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a text", { body: "一言" }, "一言"],
    ["bodyValue", { body: undefined, bodyValue: "一言" }, "一言"],
    [
      "two remarks and a keyword",
      {
        body: [
          "一",
          { type: "TextualBody", value: "二" },
          { type: "TextualBody", value: "number", purpose: "tagging" },
        ],
      },
      "一\n\n二",
    ],
    [
      "markup, of which the words stay",
      {
        body: {
          type: "TextualBody",
          format: "text/html",
          value: "<p onclick=x()>一<script>alert(1)</script></p><p>二</p>",
        },
      },
      "一\n\n二",
    ],
    [
      "a choice",
      {
        body: {
          type: "Choice",
          items: [
            { type: "TextualBody", value: "日" },
            { type: "TextualBody", value: "en" },
          ],
        },
      },
      "日",
    ],
    [
      "a wrapped text",
      {
        body: {
          type: "SpecificResource",
          purpose: "commenting",
          source: { type: "TextualBody", value: "包" },
        },
      },
      "包",
    ],
    ["nothing", { body: undefined, motivation: ["oa:highlighting"] }, ""],
  ])("reads a body that is %s", (_, given, comment) => {
    expect(read(w3cAnnotation(WORDS, given)).annotations[0]?.comment).toBe(comment);
  });

  it("reads every target, and words in a refinement or a range", () => {
    const other = { type: "TextQuoteSelector", exact: "抗日戦争勝利80年記念" };
    const target = [
      { source: SAMPLE_PAGE, selector: WORDS },
      {
        source: { id: SAMPLE_PAGE },
        selector: { ...other, refinedBy: { type: "TextQuoteSelector", exact: "80年" } },
      },
      {
        source: SAMPLE_PAGE,
        selector: { type: "RangeSelector", startSelector: other, endSelector: WORDS[0] },
      },
    ];
    const { annotations } = read(w3cAnnotation(null, { target }));
    expect(annotations.map(({ words }) => words.exact)).toEqual([
      SAMPLE_QUOTE.exact,
      "80年",
      "抗日戦争勝利80年記念…",
    ]);
    expect(annotations.map(({ page }) => page)).toEqual([SAMPLE_PAGE, SAMPLE_PAGE, SAMPLE_PAGE]);
  });

  it("takes names from another desk without what turns their direction", () => {
    const turned = "市の\u202e発表";
    const claims = sampleReport.claims.map((claim) => ({
      ...claim,
      claimant: turned,
      saidWhere: "\u200b",
      evidence: claim.evidence.map((piece) => ({
        ...piece,
        locator: turned,
        source: { ...piece.source, title: turned, author: "\u2066" },
      })),
    }));
    const answer = read(JSON.parse(String(jsonExporter.write({ ...sampleReport, claims }, "ja"))));
    expect(answer.annotations).toHaveLength(claims.length);
    for (const { claimant, saidWhere, evidence } of answer.annotations) {
      expect([claimant, saidWhere]).toEqual(["市の発表", ""]);
      for (const { locator, source } of evidence)
        expect([locator, source.title, source.author]).toEqual(["市の発表", "市の発表", ""]);
    }
    expect(answer.annotations.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(1);
  });

  it("brings a report's claims with their findings and evidence", () => {
    const answer = read(JSON.parse(String(jsonExporter.write(sampleReport, "ja"))));
    expect(answer.notes).toEqual([]);
    for (const [index, claim] of sampleReport.claims.entries()) {
      const { statement, claimant, saidOn, saidWhere, kinds, priority, verdict, evidence } = claim;
      expect(answer.annotations[index]).toMatchObject({
        id: claim.id,
        author: claim.createdBy.name,
        words: { exact: claim.anchor.exact, prefix: claim.anchor.prefix, suffix: claim.anchor.suffix },
        ...{
          statement,
          claimant,
          saidOn,
          saidWhere,
          priority,
          kinds: CLAIM_KINDS.filter((kind) => kinds.includes(kind)),
        },
        finding: verdict && { scaleId: verdict.scaleId, rating: verdict.rating, summary: verdict.summary },
        evidence: evidence.map(({ id, stance, quote, source }) => ({
          id,
          stance,
          quote,
          source: { title: source.title, url: source.url },
        })),
      });
      const rationale = answer.annotations[index]?.finding?.rationale;
      expect(rationale ? { ok: true, rationale } : null).toEqual(
        verdict?.rationale ? parseRationale(verdict.rationale) : null,
      );
    }
  });
});

describe("what is not brought", () => {
  it.each<[string, unknown, Record<string, number>]>([
    ["replies", [hypothesisAnnotation(null, { references: ["a"] })], { reply: 1 }],
    ["page notes", [hypothesisAnnotation(null, { text: "全体に" })], { page_note: 1 }],
    [
      "positions without words",
      [
        hypothesisAnnotation(null, {
          target: [{ selector: [{ type: "TextPositionSelector", start: 1, end: 4 }] }],
        }),
      ],
      { no_words: 1 },
    ],
    ["punctuation alone", w3cAnnotation({ type: "TextQuoteSelector", exact: "。、" }), { no_words: 1 }],
    [
      "too many words",
      w3cAnnotation({ type: "TextQuoteSelector", exact: "長".repeat(4001) }),
      { too_long: 1 },
    ],
    ["answers", w3cAnnotation(WORDS, { motivation: ["replying"] }), { reply: 1 }],
    [
      "bookmarks",
      w3cAnnotation(WORDS, { motivation: "http://www.w3.org/ns/oa#bookmarking" }),
      { other_motivation: 1 },
    ],
    ["whole pages", w3cAnnotation(null, { target: SAMPLE_PAGE }), { page_note: 1 }],
    ["what is no annotation", [remark, 7, null, { type: "Person" }], { malformed: 3 }],
    [
      "addresses of annotations",
      { type: "AnnotationPage", items: ["https://anno.example.org/2"] },
      { not_inline: 1 },
    ],
    [
      "pages elsewhere",
      { type: "AnnotationCollection", first: "https://anno.example.org/page1" },
      { not_inline: 1 },
    ],
    [
      "pictures",
      w3cAnnotation(WORDS, { body: { type: "Image", id: "https://example.org/a.png" } }),
      { media: 1 },
    ],
    [
      "bodies elsewhere",
      w3cAnnotation(WORDS, { body: ["https://example.org/a", { id: "https://example.org/b" }] }),
      { external_body: 2 },
    ],
    [
      "bodies for other ends",
      w3cAnnotation(WORDS, { body: [{ type: "TextualBody", value: "x", purpose: "editing" }, 3] }),
      { other_body: 2 },
    ],
    ["markup", w3cAnnotation(WORDS, { body: { value: "<b>x</b>", format: "text/html" } }), { markup: 1 }],
    ["the end of a long text", [hypothesisAnnotation(SAMPLE_QUOTE, { text: "長".repeat(6000) })], { cut: 1 }],
    [
      "a damaged claim",
      { formatVersion: 1, revision: {}, claims: [{}, { anchor: { exact: "" } }] },
      { malformed: 2 },
    ],
    [
      "evidence nobody can open",
      {
        formatVersion: 1,
        revision: {},
        claims: [
          {
            anchor: SAMPLE_QUOTE,
            evidence: [
              {
                id: "e",
                stance: "supports",
                primary: true,
                source: { title: "x", url: "javascript:alert(1)" },
              },
              {},
            ],
          },
        ],
      },
      { source: 2 },
    ],
    [
      "a foreign rationale",
      {
        formatVersion: 1,
        revision: {},
        claims: [
          {
            anchor: SAMPLE_QUOTE,
            verdict: {
              scaleId: "fij",
              summary: "x",
              rationale: { type: "doc", content: [{ type: "iframe" }] },
            },
          },
        ],
      },
      { rationale: 1 },
    ],
  ])("notes %s", (_, json, notes) => {
    expect(noted(json)).toEqual(notes);
  });

  it("says why nothing of a file can come in", () => {
    const refused = (content: string | Uint8Array) => {
      const answer = readAnnotations(content);
      return answer.ok ? expect.unreachable("it was read") : answer;
    };
    expect(refused("")).toEqual({ ok: false, reason: "NOT_JSON" });
    expect(refused("題\n\n本文")).toEqual({ ok: false, reason: "NOT_JSON" });
    expect(refused(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toEqual({
      ok: false,
      reason: "NOT_JSON",
    });
    expect(refused("[".repeat(400_000))).toEqual({ ok: false, reason: "NOT_JSON" });
    for (const json of [
      "null",
      "[]",
      "{}",
      "7",
      '[{"@type":"ClaimReview"}]',
      '{"formatVersion":2,"revision":{},"claims":[]}',
    ])
      expect(refused(json), json).toEqual({ ok: false, reason: "UNKNOWN" });
    const many = JSON.stringify(Array.from({ length: MAX_ANNOTATIONS + 1 }, () => ({ user: "a", uri: "b" })));
    expect(refused(many)).toMatchObject({ reason: "TOO_MANY", count: MAX_ANNOTATIONS + 1 });
    const targets = Array.from({ length: MAX_ANNOTATIONS + 1 }, () => ({ selector: WORDS[0] }));
    expect(refused(JSON.stringify(w3cAnnotation(null, { target: targets })))).toMatchObject({
      reason: "TOO_MANY",
    });
    expect(refused(" ".repeat(MAX_ANNOTATIONS_BYTES + 1))).toMatchObject({ reason: "TOO_LARGE" });
  });

  it("reads a file of deep nesting that the parser itself takes", () => {
    const deep = `${"[".repeat(2000)}${"]".repeat(2000)}`;
    expect(noted([remark, JSON.parse(deep)])).toEqual({ malformed: 1 });
  });

  it("keeps nothing that can't be stored", () => {
    const { annotations } = read([hypothesisAnnotation({ exact: "a\ud800b\0" }, { text: "\0x\udfff" })]);
    expect(annotations[0]).toMatchObject({ words: { exact: "a\ufffdb\ufffd" }, comment: "\ufffdx\ufffd" });
  });
});

import type { Report } from "#domain/report.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { anchorOf, claimOf } from "./report-claims.ts";
import { sampleReport } from "./report.ts";

const cell = (row: number, column: number, text: string, more = {}) => ({
  kind: "cell" as const,
  level: null,
  text,
  details: { cell: { table: 1, row, column, isHeader: row === 1, columnSpan: 1, rowSpan: 1, ...more } },
});

const { blocks, text } = buildRevision([
  { kind: "heading", level: 1, text: "湾岸の橋" },
  {
    kind: "paragraph",
    level: null,
    text: "東京[1]の橋は資料にある。",
    details: {
      marks: [
        { type: "ruby", start: 0, end: 2, reading: "とうきょう" },
        { type: "note", start: 2, end: 5, label: "1" },
        { type: "link", start: 8, end: 10, href: "https://a.example/資料" },
      ],
    },
  },
  { kind: "bullet", level: 1, text: "三つ目。", details: { ordinal: 3 } },
  { kind: "bullet", level: 2, text: "点。" },
  cell(1, 1, "年"),
  cell(1, 2, "費用", { columnSpan: 2 }),
  cell(2, 1, "2019"),
  cell(2, 3, "五億円"),
  {
    kind: "figure",
    level: null,
    text: "夜の橋。",
    details: { picture: { sha256: null, address: "https://a.example/p.png", alt: "橋" } },
  },
  { kind: "footnote", level: null, text: "市の資料。", details: { label: "1" } },
  {
    kind: "paragraph",
    level: null,
    text: "線量は10⁶で、\n定員は 80人。二億円",
    details: {
      marks: [
        { type: "raised", start: 5, end: 6 },
        { type: "struck", start: 12, end: 13, words: "120", side: "before" },
        { type: "unsure", start: 13, end: 15, what: "digit" },
        { type: "inserted", start: 17, end: 20 },
      ],
    },
  },
  { kind: "bullet", level: 1, text: "一行目\n二行目", details: { sign: "(ア)" } },
]);

/** A report on an article that holds everything one may: a claim stands over a reading and one in a cell. */
export const kindsReport: Report = {
  ...sampleReport,
  revision: { ...sampleReport.revision, text, blocks },
  claims: [
    claimOf(1, anchorOf(blocks, "b2", "京[1]の橋"), { statement: "橋は東京にある。" }),
    claimOf(2, anchorOf(blocks, "b8", "五億円"), { statement: "費用は五億円である。" }),
    claimOf(3, anchorOf(blocks, "b11", "10⁶で、\n定員は 80人"), { statement: "定員は八十人。" }),
  ],
  dismissals: [],
};

import type { ApartDocument, Cell, Line, Look, Piece } from "./apart.ts";
import { docxFile, inList, list, p } from "./docx.ts";

const PROPERTIES: Record<Look, string> = {
  plain: "",
  raised: '<w:vertAlign w:val="superscript"/>',
  lowered: '<w:vertAlign w:val="subscript"/>',
  struck: "<w:strike/>",
  inserted: "",
};
const BREAKS = ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'];
const DOTS = 1;
/** The list of the piece with this index: each counts for itself. */
const listOf = (index: number): number => 10 + index;
const LEVELS = { dot: ["bullet", "●"], number: ["decimal", "%1."], kana: ["aiueoFullWidth", "%1"] } as const;

const runsOf = (line: Line): string =>
  line
    .map(({ look, word }, index) => {
      const run = `<w:r><w:rPr>${PROPERTIES[look]}</w:rPr><w:t>${word}</w:t></w:r>`;
      return look === "inserted" ? `<w:ins w:id="${index}" w:author="a">${run}</w:ins>` : run;
    })
    .join("");

const broken = (lines: readonly Line[], how: number): string =>
  lines.map(runsOf).join(`<w:r>${BREAKS[how] ?? ""}</w:r>`);

const cellOf = ({ isList, paragraphs }: Cell, how: number): string =>
  `<w:tc>${paragraphs.map((lines) => p(broken(lines, how), isList ? inList(DOTS) : "")).join("")}</w:tc>`;

function pieceOf(piece: Piece, index: number): string {
  const { how } = piece;
  if (piece.is === "paragraph") return p(broken(piece.lines, how));
  if (piece.is === "speech") {
    const between = how === 0 ? "<w:tab/>" : "<w:t>：</w:t>";
    return piece.turns
      .map(({ who, says }) => p(`<w:r><w:t>${who}</w:t>${between}</w:r>${runsOf(says)}`))
      .join("");
  }
  if (piece.is === "list")
    return piece.items.map((lines) => p(broken(lines, how), inList(listOf(index)))).join("");
  const rows = piece.rows.map((row) => `<w:tr>${row.map((cell) => cellOf(cell, how)).join("")}</w:tr>`);
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

/** The document as a Word file. */
export const asDocx = ({ wrapped, pieces }: ApartDocument): Uint8Array =>
  docxFile({
    body: p(wrapped.join("")) + pieces.map(pieceOf).join(p("")),
    numbering: [
      list(DOTS, [["bullet", "●"]]),
      ...pieces.map((piece, index) => (piece.is === "list" ? list(listOf(index), [[...LEVELS[piece.label]]]) : "")),
    ].join(""),
  });

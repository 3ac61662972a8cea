import { type ApartDocument, kanaLabel, type Line, type Piece } from "./apart.ts";

/** Plain text shows words only: what else a run may be is none of its looks. */
const lineOf = (line: Line): string => line.map(({ word }) => word).join("");

const MARKS = {
  dot: [() => "・", () => "● ", () => "※"],
  number: [(index: number) => `${index + 1}. `, (index: number) => `(${index + 1}) `, (index: number) => "①②③".charAt(index)],
  kana: [
    (index: number) => `${kanaLabel(index)}　`,
    (index: number) => `(${kanaLabel(index)}) `,
    (index: number) => `${kanaLabel(index)}．`,
  ],
} as const;

function pieceOf(piece: Piece): string {
  const { how } = piece;
  if (piece.is === "paragraph") return piece.lines.map(lineOf).join(how === 2 ? "\v" : "\n");
  if (piece.is === "speech") {
    const sign = how === 0 ? "：" : "　";
    return piece.turns.map(({ who, says }) => who + sign + lineOf(says)).join("\n");
  }
  if (piece.is === "list")
    return piece.items
      .map((lines, index) => MARKS[piece.label][how]?.(index) + lines.map(lineOf).join("\n　　"))
      .join("\n");
  // A cell is one line here: whoever writes one puts a sign between its parts.
  const rows = piece.rows.map((row) => row.map(({ paragraphs }) => paragraphs.flat().map(lineOf).join("／")).join("\t"));
  return rows.join("\n");
}

/** The document as plain text. */
export const asText = ({ wrapped, pieces }: ApartDocument): string =>
  [wrapped.join("\n"), ...pieces.map(pieceOf)].join("\n\n");

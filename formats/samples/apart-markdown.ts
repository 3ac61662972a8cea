import { type ApartDocument, type Cell, kanaLabel, type Line, type Piece } from "./apart.ts";
import { htmlLine } from "./apart-html.ts";

/** Markdown has a sign of its own only for what is struck; the rest is HTML among its text. */
const lineOf = (line: Line, how: number): string =>
  line.map((run) => (run.look === "struck" && how < 2 ? `~~${run.word}~~` : htmlLine([run], how))).join("");

const BREAKS = ["  \n", "\\\n", "<br>\n"];
const broken = (lines: readonly Line[], how: number, indent = ""): string =>
  lines.map((line) => lineOf(line, how)).join((BREAKS[how] ?? "<br>") + indent);

const cellOf = ({ paragraphs }: Cell, how: number): string =>
  paragraphs
    .flat()
    .map((line) => lineOf(line, how))
    .join("<br>");

function pieceOf(piece: Piece): string {
  const { how } = piece;
  if (piece.is === "paragraph") return broken(piece.lines, how);
  if (piece.is === "speech")
    return piece.turns.map(({ who, says }) => `**${who}**　${lineOf(says, how)}`).join(BREAKS[how]);
  if (piece.is === "list") {
    const marks = piece.items.map((_, index) =>
      piece.label === "dot" ? "- " : piece.label === "number" ? `${index + 1}. ` : `- ${kanaLabel(index)}　`,
    );
    const indents = piece.label === "number" ? "   " : "  ";
    return piece.items.map((lines, index) => marks[index] + broken(lines, how, indents)).join("\n");
  }
  const rows = piece.rows.map((row) => `| ${row.map((cell) => cellOf(cell, how)).join(" | ")} |`);
  return [rows[0], "|---|---|", ...rows.slice(1)].join("\n");
}

/** The document as Markdown. */
export const asMarkdown = ({ wrapped, pieces }: ApartDocument): string =>
  // A list right behind another of its kind would go on with it.
  [wrapped.join("\n"), ...pieces.map(pieceOf)].join("\n\n<!-- -->\n\n");

import type { ApartDocument, Cell, Line, Look, Piece } from "./apart.ts";

const TAGS: Record<Look, readonly (readonly [string, string])[]> = {
  plain: [["", ""]],
  raised: [
    ["<sup>", "</sup>"],
    ["<b><sup>", "</sup></b>"],
  ],
  lowered: [["<sub>", "</sub>"]],
  struck: [
    ["<s>", "</s>"],
    ["<del>", "</del>"],
    ["<strike>", "</strike>"],
  ],
  inserted: [["<ins>", "</ins>"]],
};

/** A line of HTML; `how` chooses among elements that look the same. */
export const htmlLine = (line: Line, how: number): string =>
  line
    .map(({ look, word }) => {
      const [start, end] = TAGS[look][how % TAGS[look].length] ?? ["", ""];
      return start + word + end;
    })
    .join("");

const broken = (lines: readonly Line[], how: number): string =>
  lines.map((line) => htmlLine(line, how)).join(how === 1 ? "<br />\n" : "<br>");

function cellOf({ isList, paragraphs }: Cell, how: number): string {
  const inside = paragraphs.map((lines) => broken(lines, how));
  if (isList) return `<ul>${inside.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  return how === 0 ? inside.join("<br>") : inside.map((one) => (how === 1 ? `<p>${one}</p>` : `<div>${one}</div>`)).join("");
}

function pieceOf(piece: Piece): string {
  const { how } = piece;
  if (piece.is === "paragraph") {
    if (how === 2) return `<pre>${piece.lines.map((line) => htmlLine(line, 0)).join("\n")}</pre>`;
    return `<p>${broken(piece.lines, how)}</p>`;
  }
  if (piece.is === "speech") {
    const turns = piece.turns.map(({ who, says }) => [who, htmlLine(says, how)] as const);
    if (how === 0) return `<p>${turns.map(([who, says]) => `<b>${who}</b>：${says}`).join("<br>")}</p>`;
    if (how === 1) return `<dl>${turns.map(([who, says]) => `<dt>${who}</dt><dd>${says}</dd>`).join("")}</dl>`;
    return turns.map(([who, says]) => `<div>${who}　${says}</div>`).join("");
  }
  if (piece.is === "list") {
    const items = piece.items.map((lines) => `<li>${broken(lines, how)}</li>`).join("");
    if (piece.label === "dot") return `<ul>${items}</ul>`;
    return piece.label === "number" ? `<ol>${items}</ol>` : `<ol style="list-style-type: katakana">${items}</ol>`;
  }
  const rows = piece.rows.map((row) => `<tr>${row.map((cell) => `<td>${cellOf(cell, how)}</td>`).join("")}</tr>`);
  return `<table>${rows.join("\n")}</table>`;
}

/** The document as a web page. */
export const asHtml = ({ wrapped, pieces }: ApartDocument): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>題</title></head><body><main><p>${wrapped.join("\n")}</p>${pieces.map(pieceOf).join("\n")}</main></body></html>`;

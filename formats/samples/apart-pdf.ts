import { type ApartDocument, kanaLabel, type Line, type Piece } from "./apart.ts";
import { at, pdfFile } from "./pdf.ts";

const SIZE = 12;
const LEAD = SIZE * 1.6;
const LEFT = 80;
const COLUMN = 220;
const TOP = 740;
const BOTTOM = 60;

/** Helvetica's small letters from a to z, in thousandths of their size, as its metrics have them. */
const HELVETICA =
  "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500"
    .split(" ")
    .map(Number);

/** How far a character goes, in sizes. Figures are 0.556 wide in Helvetica, Japanese letters are squares. */
function widthOf(character: string): number {
  const small = HELVETICA[character.charCodeAt(0) - 0x61];
  if (small !== undefined) return small / 1000;
  return /[0-9]/.test(character) ? 0.556 : /[ -~]/.test(character) ? 0.8 : 1;
}

/** Draws line under line, page after page. */
class Drawing {
  readonly pages: string[] = [""];
  #y = TOP;

  /** What stands in one row, each at its own distance from the left edge. */
  row(parts: readonly { x: number; line: Line }[]): void {
    if (this.#y < BOTTOM) this.#turn();
    for (const { x, line } of parts) this.#draw(x, line);
    this.#y -= LEAD;
  }

  gap(): void {
    this.#y -= LEAD;
  }

  #turn(): void {
    this.pages.push("");
    this.#y = TOP;
  }

  #draw(left: number, line: Line): void {
    let x = left;
    for (const { look, word } of line) {
      const size = look === "raised" || look === "lowered" ? SIZE * 0.6 : SIZE;
      const up = look === "raised" ? SIZE * 0.36 : look === "lowered" ? -SIZE * 0.16 : 0;
      const font = /^[ -~]+$/.test(word) ? "L" : "J";
      this.pages[this.pages.length - 1] += at(Math.round(x * 100) / 100, this.#y + up, size, word, font);
      x += [...word].reduce((sum, character) => sum + widthOf(character), 0) * size;
    }
  }
}

const plain = (word: string): Line => [{ look: "plain", word }];

function draw(drawing: Drawing, piece: Piece): void {
  const under = (x: number, lines: readonly Line[]) => {
    for (const line of lines) drawing.row([{ x, line }]);
  };
  if (piece.is === "paragraph") under(LEFT, piece.lines);
  else if (piece.is === "speech")
    for (const { who, says } of piece.turns)
      drawing.row([
        { x: LEFT, line: plain(who) },
        { x: LEFT + SIZE * 4, line: says },
      ]);
  else if (piece.is === "list")
    for (const [index, [first = [], ...more]] of piece.items.entries()) {
      const label = { dot: "・", number: `${index + 1}.`, kana: kanaLabel(index) }[piece.label];
      drawing.row([
        { x: LEFT, line: plain(label) },
        { x: LEFT + SIZE * 2, line: first },
      ]);
      under(LEFT + SIZE * 2, more);
    }
  else
    for (const cellsOfRow of piece.rows) {
      const cells = cellsOfRow.map(({ paragraphs }) => paragraphs.flat());
      for (let row = 0; row < Math.max(...cells.map(({ length }) => length)); row += 1)
        drawing.row(
          cells.flatMap((lines, column) => {
            const line = lines[row];
            return line ? [{ x: LEFT + column * COLUMN, line }] : [];
          }),
        );
    }
}

/** The document as a PDF. What is struck is a drawn line there, which no reader of characters can see: it has no such runs. */
export function asPdf({ wrapped, pieces }: ApartDocument): Uint8Array {
  const drawing = new Drawing();
  for (const word of wrapped) drawing.row([{ x: LEFT, line: plain(word) }]);
  for (const piece of pieces) {
    drawing.gap();
    draw(drawing, piece);
  }
  return pdfFile({ pages: drawing.pages });
}

import { codePointLength } from "#domain/offset.ts";
import { type InlinePiece, seenOf } from "../inline.ts";

const WORD = /[\p{Script=Latin}][\p{Script=Latin}\u2019'-]*/gu;
const BROKEN_END = /(\p{Script=Latin}+)[-\u2010\u00ad]$/u;
const BROKEN_START = /^\p{Ll}+/u;

/** Knows from a document's own words which of the hyphens at its line ends are only there because the line ended. */
export class HyphenatedWords {
  readonly #words = new Set<string>();

  constructor(texts: readonly string[]) {
    for (const text of texts) for (const [word] of text.matchAll(WORD)) this.#words.add(word.toLowerCase());
  }

  /**
   * The pieces of a paragraph's lines with a line break between lines; a word that was broken is whole again. `begins`
   * says for each line but the first how many code points that are no white space stand before it.
   */
  joined(lines: readonly InlinePiece[][]): { pieces: InlinePiece[]; begins: number[] } {
    const pieces: InlinePiece[] = [];
    const begins: number[] = [];
    let letters = 0;
    for (const line of lines) {
      const last = pieces.at(-1);
      const [first] = line;
      if (last && first) {
        const before = last.text.trimEnd();
        if (this.#isBroken(before, first.text.trimStart())) {
          last.text = before.slice(0, -1);
          letters -= 1;
        } else pieces.push({ text: "\n" });
        begins.push(letters);
      }
      for (const piece of line) {
        pieces.push({ ...piece });
        letters += lettersIn(piece.text);
      }
    }
    return { pieces, begins };
  }

  /** A hyphen that the document writes within this word elsewhere belongs to it. */
  #isBroken(before: string, after: string): boolean {
    const beginning = BROKEN_END.exec(before.slice(-40))?.[1];
    const rest = BROKEN_START.exec(after.slice(0, 40))?.[0];
    if (beginning === undefined || rest === undefined) return false;
    return !this.#words.has(`${beginning}-${rest}`.toLowerCase());
  }
}

const lettersIn = (text: string): number => codePointLength(seenOf(text).replace(/\s+/gu, ""));

import type { InlinePiece } from "../inline.ts";
import { pushAll } from "../push-all.ts";
import { bracketed, fraction, GAP, leveled } from "./math.ts";

/** Deeper than anybody set a formula by hand; what is inside is read as plain text. */
const DEEPEST = 12;
/** Text set over text in one place, as Japanese Word encloses characters. */
const ENCLOSURES = new Set(["○", "◯", "〇"]);
const ENCLOSED = new Map<string, string>([
  ...Array.from({ length: 20 }, (_, index): [string, string] => [
    String(index + 1),
    String.fromCodePoint(0x2460 + index),
  ]),
  ...Array.from({ length: 15 }, (_, index): [string, string] => [
    String(index + 21),
    String.fromCodePoint(0x3251 + index),
  ]),
  ...Array.from({ length: 15 }, (_, index): [string, string] => [
    String(index + 36),
    String.fromCodePoint(0x32b1 + index),
  ]),
  ["秘", "㊙"],
  ["印", "㊞"],
  ["注", "㊟"],
  ["正", "㊣"],
  ["特", "㊕"],
  ["株", "㊑"],
  ["有", "㊒"],
  ["社", "㊓"],
]);

/** What an `EQ` field prints: `\f(1,2)`, `10\s\up8(6)`, `\o\ac(○,1)`; null where the code is of another field. */
export function equationPieces(code: string): InlinePiece[] | null {
  const [begin] = /^\s*EQ\b\s*/i.exec(code) ?? [];
  if (begin === undefined) return null;
  // General switches say how the field is updated and set.
  const formula = code.slice(begin.length).replace(/\\\*\s*(?:"[^"]*"|\S+)\s*/g, "");
  return new Equation(formula.trim()).read();
}

class Equation {
  readonly #code: string;
  #at = 0;
  #depth = 0;

  constructor(code: string) {
    this.#code = code;
  }

  read(): InlinePiece[] {
    const pieces: InlinePiece[] = [];
    while (this.#at < this.#code.length) pushAll(pieces, this.#sequence());
    return pieces;
  }

  /** Up to the end of the argument it is in. */
  #sequence(): InlinePiece[] {
    const pieces: InlinePiece[] = [];
    let text = "";
    const end = () => {
      if (text !== "") pieces.push({ text });
      text = "";
    };
    while (this.#at < this.#code.length) {
      const character = this.#code.charAt(this.#at);
      if (this.#depth > 0 && /[,;)]/.test(character)) break;
      this.#at += 1;
      if (character !== "\\") {
        text += character;
        continue;
      }
      const name = /[a-z]{1,2}/iy;
      name.lastIndex = this.#at;
      const [found] = name.exec(this.#code) ?? [];
      if (found === undefined) {
        text += this.#code.charAt(this.#at);
        this.#at += 1;
        continue;
      }
      end();
      this.#at += 1;
      pushAll(pieces, this.#switch(found.charAt(0).toLowerCase()));
    }
    end();
    return pieces;
  }

  #switch(name: string): InlinePiece[] {
    // `\s\up8` and `\o\ac`: what follows the name up to the brackets says where and how.
    const begin = this.#at;
    while (this.#at < this.#code.length && this.#code.charAt(this.#at) !== "(" && this.#at - begin < 80)
      this.#at += 1;
    const options = this.#code.slice(begin, this.#at).toLowerCase();
    if (this.#code.charAt(this.#at) !== "(") {
      this.#at = begin;
      return [];
    }
    const list = this.#arguments();
    const [first = [], second = []] = list;
    if (name === "f") return fraction(first, second);
    if (name === "s") return leveled(list.flat(), /\\do/.test(options) ? "lowered" : "raised");
    if (name === "r")
      return list.length > 1
        ? [...leveled(first, "raised"), { text: "√" }, ...bracketed(second), GAP]
        : [{ text: "√" }, ...bracketed(first), GAP];
    if (name === "o") return overlaid(list);
    if (name === "b") return [{ text: "(" }, ...list.flat(), { text: ")" }];
    const between = name === "l" || name === "a" ? [{ text: ", " }] : [GAP];
    return list.flatMap((pieces, index) => (index > 0 ? [...between, ...pieces] : pieces));
  }

  #arguments(): InlinePiece[][] {
    if (this.#code.charAt(this.#at) !== "(" || this.#depth >= DEEPEST) return [];
    this.#at += 1;
    this.#depth += 1;
    const list = [this.#sequence()];
    while (/[,;]/.test(this.#code.charAt(this.#at))) {
      this.#at += 1;
      list.push(this.#sequence());
    }
    this.#at += 1;
    this.#depth -= 1;
    return list;
  }
}

function overlaid(list: readonly InlinePiece[][]): InlinePiece[] {
  const texts = list.map((pieces) =>
    pieces
      .map(({ text }) => text)
      .join("")
      .trim(),
  );
  const [first = "", second = ""] = texts;
  if (list.length !== 2) return list.flatMap((pieces) => [GAP, ...pieces]);
  const isAround = ENCLOSURES.has(first) || ENCLOSURES.has(second);
  const inside = ENCLOSURES.has(first) ? second : first;
  if (isAround) return [{ text: ENCLOSED.get(inside.normalize("NFKC")) ?? `(${inside})` }];
  return list.flatMap((pieces) => [GAP, ...pieces]);
}

import type { BlockDetails, BlockKind } from "#domain/block.ts";
import type { ArticleParts } from "./article-parts.ts";
import { signLength } from "./html-footnotes.ts";
import type { HtmlPicture } from "./html-picture.ts";
import type { HtmlElement } from "./html-tree.ts";
import { type InlineLine, type InlinePiece, linesOf, oneLineOf, SHOWN_BREAK } from "./inline.ts";
import { struckWords } from "./inline-struck.ts";
import { withoutStrays } from "./invisible.ts";

type Cell = NonNullable<BlockDetails["cell"]>;

/** Open until its end tag, wherever that stood. */
export type Link = { isOpen: boolean; href?: string; note?: string };

/** How the source sets a text, as a piece says it. */
export type Setting = Pick<InlinePiece, "script" | "inserted" | "struck">;

type Said = Pick<InlinePiece, "link" | "note"> & Setting;

/** What text is where it stands. `item` is shared within a list item: its first text is the bullet, more are paragraphs. */
export interface Place {
  kind: BlockKind;
  level: number;
  depth: number;
  item: { hasText: boolean; ordinal?: number | undefined; sign?: string; box?: string };
  /** The numbered list whose items come next; null or absent in one without numbers. */
  list?: { next: number; step: 1 | -1; label?: (value: number) => string } | null | undefined;
  link?: Link | undefined;
  /** How the text is set: raised, struck and so on. */
  setting?: Setting | undefined;
  /** Every line break and space of the source is shown. */
  isPreformatted?: boolean;
  /** Beside a picture: all words there are one block with it. */
  isCaption?: boolean;
  /** A footnote's way back to its reference, which is no text of it. */
  isBackLink?: boolean;
  footnote?: { label: string; isFirst: boolean };
  /** The cells of the table around. */
  cells?: ReadonlyMap<HtmlElement, Cell> | undefined;
  cell?: Cell | undefined;
}

/** Words that have readings. */
interface Ruby {
  bases: InlinePiece[];
  /** How many of them have had theirs; the others are `unread`. */
  read: number;
  unread: Set<InlinePiece>;
  isNewBase: boolean;
}

const newRuby = (): Ruby => ({ bases: [], read: 0, unread: new Set(), isNewBase: true });

/** Gathers running text until a block begins or ends. */
export class FlowWriter {
  readonly #parts: ArticleParts;
  #pieces: InlinePiece[] = [];
  /** White space that only counts where more text follows on its line. */
  #space: "" | " " | "\n" = "";
  /** Whether that is there for `gap` alone. */
  #isGap = false;
  /** Whether what was gathered ends in a break: to look at the end of a long text costs as much as it is long. */
  #isBroken = false;
  #ruby: Ruby | null = null;
  #pictures: HtmlPicture[] = [];

  constructor(parts: ArticleParts) {
    this.#parts = parts;
  }

  /** HTML collapses its white space; where that held a line break of the source, lines join by script. */
  text(written: string, { link, isBackLink, setting, isPreformatted }: Place): void {
    if (isBackLink) return;
    const { text: value, found } = withoutStrays(written);
    for (const name of found) this.#parts.note("characters", name);
    const said: Said = { ...(link?.isOpen && { link: link.href, note: link.note }), ...setting };
    if (isPreformatted) {
      this.#addSpace(said);
      this.#add({ text: value.replace(/\r\n?|\n/g, SHOWN_BREAK), ...said });
      return;
    }
    const collapsed = value.replace(/[ \t\r\n\f]+/g, (space) => (/[\r\n]/.test(space) ? "\n" : " "));
    const words = collapsed.slice(
      isSpace(collapsed.charAt(0)) ? 1 : 0,
      isSpace(collapsed.at(-1)) ? -1 : undefined,
    );
    if (isSpace(collapsed.charAt(0))) this.#collapse(collapsed.charAt(0));
    if (words !== "") this.#word(words, said);
    if (collapsed.length > 1 && isSpace(collapsed.at(-1))) this.#collapse(collapsed.at(-1));
  }

  #collapse(space: string | undefined): void {
    this.#isGap = false;
    this.#space = this.#space === "\n" || space === "\n" ? "\n" : " ";
  }

  #word(text: string, said: Said): void {
    // A full stop behind a picture needs no space to stand apart from the word before it.
    if (this.#isGap && CLOSING.test(text)) this.#space = "";
    this.#isGap = false;
    const last = this.#pieces.at(-1);
    const ruby = this.#ruby;
    if (ruby?.isNewBase) {
      this.#addSpace(said);
      const base = { text, ...said };
      ruby.bases.push(base);
      ruby.unread.add(base);
      ruby.isNewBase = false;
      this.#add(base);
      return;
    }
    const isOne = last !== undefined && last.ruby === undefined && saysTheSame(last, said);
    const isBase = last !== undefined && (ruby?.unread.has(last) ?? false);
    if (last && isOne && !this.#isBroken && (ruby === null) === !isBase) {
      last.text += (ruby ? this.#space && " " : this.#space) + text;
      this.#isBroken = text.endsWith(SHOWN_BREAK);
      this.#space = "";
      return;
    }
    this.#addSpace(said);
    this.#add({ text, ...said });
  }

  #add(piece: InlinePiece): void {
    this.#pieces.push(piece);
    this.#isBroken = piece.text.endsWith(SHOWN_BREAK);
  }

  #addSpace(said: Said): void {
    const last = this.#pieces.at(-1);
    if (this.#space !== "" && last) {
      const isInside = said.link !== undefined && last.link === said.link;
      const between: Setting = {
        ...(last.inserted && said.inserted && { inserted: true }),
        ...(last.struck && said.struck && { struck: true }),
      };
      this.#add({ text: this.#space, ...(isInside && { link: said.link }), ...between });
    }
    this.#space = "";
  }

  /** Something that is no text stands here: what comes before and behind it are two words. */
  gap(): void {
    if (this.#space !== "" || this.#pieces.length === 0) return;
    this.#space = " ";
    this.#isGap = true;
  }

  /** A break that the page shows. */
  lineBreak(): void {
    this.#space = "";
    this.#add({ text: SHOWN_BREAK });
  }

  /** Where one block inside a cell or footnote ends and another begins: the whole is one block, in lines. */
  softBreak(): void {
    if (this.#pieces.length > 0 && !this.#isBroken) this.lineBreak();
    else this.#space = "";
  }

  beginRuby(): void {
    this.#ruby = newRuby();
  }

  /** The words that come next have a reading of their own. */
  beginBase(): void {
    if (this.#ruby) this.#ruby.isNewBase = true;
  }

  /** How the first words of the ruby that have no reading yet are read. */
  reading(text: string): void {
    const ruby = this.#ruby;
    if (ruby === null) return;
    const base = ruby.bases[ruby.read];
    ruby.isNewBase = true;
    if (!base) return;
    ruby.read += 1;
    ruby.unread.delete(base);
    if (text.trim() !== "") base.ruby = text.replace(/\s+/gu, " ").trim();
  }

  endRuby(): void {
    this.#ruby = null;
  }

  /** A picture that will stand after the block that is being gathered. */
  pictureAfter(picture: HtmlPicture): void {
    this.#pictures.push(picture);
  }

  /** One break goes on in the same block, two or more begin another. */
  flush(place: Place): void {
    const pieces = this.#taken();
    const lines = place.kind === "cell" ? [oneLineOf(pieces)] : linesOf(pieces);
    for (const line of lines) this.#addLine(line, place);
    if (place.cell) return;
    for (const picture of this.#pictures.splice(0)) this.#addFigure(oneLineOf([]), picture);
  }

  /** A figure with the words gathered under it. */
  flushFigure(picture: HtmlPicture): void {
    this.#addFigure(oneLineOf(this.#taken()), picture);
  }

  #addFigure(caption: InlineLine, { alt, address, bytes, caption: said }: HtmlPicture): void {
    const words = caption.text === "" ? oneLineOf([{ text: said?.trim() || alt }]) : caption;
    if (words.text === "") {
      this.#parts.note("picture_without_words");
      return;
    }
    const details = { picture: { sha256: null, address, alt } };
    this.#parts.add("figure", words, { details, picture: bytes ? this.#parts.addPicture(bytes) : undefined });
  }

  #taken(): InlinePiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#space = "";
    for (const words of struckWords(pieces)) this.#parts.note("struck", words);
    for (const words of insertedWords(pieces)) this.#parts.note("inserted", words);
    this.#isBroken = false;
    if (this.#ruby) this.#ruby = newRuby();
    return pieces;
  }

  #addLine(line: InlineLine, place: Place): void {
    const { footnote, cell } = place;
    if (line.text === "") return;
    if (footnote) this.#addFootnote(line, footnote);
    else if (cell) this.#parts.add("cell", line, { details: { cell } });
    else this.#addProse(line, place);
  }

  #addProse(line: InlineLine, place: Place): void {
    const { item } = place;
    const kind = place.kind === "bullet" && item.hasText ? "paragraph" : place.kind;
    const isNumbered = kind === "bullet" && item.ordinal !== undefined && item.ordinal >= 0;
    const isLabelled = kind === "bullet" && item.sign !== undefined;
    this.#parts.add(kind, line, {
      level: kind === "bullet" ? place.depth : place.level,
      ...(isNumbered && { details: { ordinal: item.ordinal } }),
      ...(isLabelled && { details: { sign: item.sign } }),
    });
    item.hasText = true;
  }

  /** The first of a footnote's paragraphs has its label; its sign is that label already. */
  #addFootnote(line: InlineLine, footnote: { label: string; isFirst: boolean }): void {
    const { label, isFirst } = footnote;
    const cut = isFirst ? signLength(line.text, label) : 0;
    const points = [...line.text.slice(0, cut)].length;
    const text = line.text.slice(cut);
    const marks = line.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - points), end: mark.end - points }))
      .filter(({ start, end }) => start < end);
    if (text === "") return;
    this.#parts.add("footnote", { text, marks }, { details: isFirst ? { label } : {} });
    footnote.isFirst = false;
  }
}

const CLOSING = /^[\p{Pe}\p{Pf}、。，．・,.;:!?：；！？]/u;

const isSpace = (character: string | undefined): boolean => character === " " || character === "\n";

const saysTheSame = (a: Said, b: Said): boolean =>
  a.link === b.link &&
  a.note === b.note &&
  a.script === b.script &&
  Boolean(a.inserted) === Boolean(b.inserted) &&
  Boolean(a.struck) === Boolean(b.struck);

/** The passages shown as added, each as far as it goes. */
function insertedWords(pieces: readonly InlinePiece[]): string[] {
  const passages: string[] = [];
  let isOpen = false;
  for (const { text, inserted, struck } of pieces) {
    if (inserted && !struck) passages.push((isOpen ? (passages.pop() ?? "") : "") + text);
    isOpen = Boolean(inserted && !struck);
  }
  return passages.filter((words) => words.trim() !== "");
}

import type { ParsedArticle } from "#domain/article-import.ts";
import { type BlockDetails, type BlockKind, HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { addBlock } from "./block-list.ts";
import { numberedItem } from "./bullet-marks.ts";
import type { Importer } from "./importer.ts";
import { joinLines } from "./join-lines.ts";
import { guessLanguage } from "./language.ts";
import { type PlainFootnote, plainFootnotes, withReferences } from "./plain-footnotes.ts";
import { endsSentence, looksLikeTitle } from "./plain-headings.ts";
import { headingLevelAt, isListItem, type PlainLine, plainLines } from "./plain-lines.ts";

/** Text as people write it, without markup. Nothing but white space and the marks of bullets and quotations is dropped. */
export const plainTextImporter: Importer = {
  id: "text",
  mediaTypes: ["text/plain"],
  extensions: ["txt", "text"],
  read: readPlainText,
};

function readPlainText(text: string): ParsedArticle {
  const lines = plainLines(text);
  const titleAt = findTitle(lines);
  const title = titleAt === null ? undefined : lines[titleAt];
  // So that a heading right below the title begins a block.
  if (title) title.kind = "marked";
  const writer = new BlockWriter();
  const footnotes = plainFootnotes(lines);
  for (const [at, line] of lines.entries()) {
    const footnote = footnotes.get(at);
    if (footnote) writer.footnote(line, footnote);
    else if (at === titleAt) writer.whole("heading", line.text, HEADING_LEVELS.title);
    else writeLine(writer, lines, at, line);
  }
  const blocks = withReferences(writer.finish(), footnotes);
  return {
    title: title?.text ?? null,
    language: guessLanguage(text),
    byline: null,
    publisher: null,
    url: null,
    publishedAt: null,
    blocks,
    pictures: [],
    notes: [],
  };
}

/**
 * The first line that is not blank is the title when it is no heading, bullet or quotation by its mark, is one line
 * long, ends no sentence, and something follows it after a blank line or under a heading. `【…】` alone may be one.
 */
function findTitle(lines: readonly PlainLine[]): number | null {
  const at = lines.findIndex((line) => line.kind !== "blank");
  const line = lines[at];
  if (!line || !looksLikeTitle(line.text)) return null;
  if (line.kind !== "text" && !/^【[^】]*】$/u.test(line.text)) return null;
  const next = lines[at + 1];
  const standsAlone = next?.kind === "blank" || headingAfterTitle(lines, at + 1);
  return standsAlone && lines.slice(at + 1).some((after) => after.kind !== "blank") ? at : null;
}

function headingAfterTitle(lines: readonly PlainLine[], at: number): boolean {
  const line = lines[at];
  if (line?.kind === "marked") return true;
  return line?.kind === "numbered" && !isListItem(lines, at) && !endsSentence(line.text);
}

function writeLine(writer: BlockWriter, lines: readonly PlainLine[], at: number, line: PlainLine): void {
  if (line.kind === "blank") writer.close();
  else if (line.kind === "rule") writer.whole("paragraph", line.text, null);
  else if (line.kind === "bullet") writer.bullet(line);
  else if (line.kind === "quotation") writer.quotation(line);
  else writeProse(writer, lines, at, line);
}

function writeProse(writer: BlockWriter, lines: readonly PlainLine[], at: number, line: PlainLine): void {
  const level = headingLevelAt(lines, at);
  // A numbered sentence by itself is one item of a list whose items stand apart.
  const isItem = line.numbering !== null && line.numbering.style !== "chapter";
  const beginsItem = isItem && (!writer.isInParagraph || isListItem(lines, at));
  const goesOn = writer.continuesBullet(line) || (writer.isInParagraph && !line.opensParagraph);
  if (level !== null) writer.whole("heading", line.text, level);
  else if (beginsItem) writer.bullet({ ...line, ...numberedItem(line.text) });
  else if (goesOn) writer.more(line);
  else writer.paragraph(line);
}

interface OpenBlock {
  kind: BlockKind;
  level: number | null;
  indent: number;
  lines: string[];
  details?: BlockDetails;
}

/** Gathers lines into blocks; one block is open at a time. */
class BlockWriter {
  readonly #blocks: ParsedBlock[] = [];
  #open: OpenBlock | null = null;
  /** Indents of the list being written, outermost first: their number is the depth. Blank lines do not end a list. */
  #depths: number[] = [];

  get isInParagraph(): boolean {
    return this.#open?.kind === "paragraph" || this.#open?.kind === "footnote";
  }

  /** A bullet goes on in lines indented deeper than its mark. */
  continuesBullet(line: PlainLine): boolean {
    return this.#open?.kind === "bullet" && line.indent > this.#open.indent;
  }

  bullet(line: PlainLine): void {
    this.close();
    while (this.#depths.length > 0 && (this.#depths.at(-1) ?? 0) >= line.indent) this.#depths.pop();
    this.#depths.push(line.indent);
    this.#open = { kind: "bullet", level: this.#depths.length, indent: line.indent, lines: [line.text] };
    if (line.ordinal !== null) this.#open.details = { ordinal: line.ordinal };
  }

  quotation(line: PlainLine): void {
    // A mark alone stands between two quoted paragraphs.
    if (line.text === "") this.close();
    else if (this.#open?.kind === "quotation") this.more(line);
    else this.#start("quotation", line);
  }

  footnote(line: PlainLine, { label, text }: PlainFootnote): void {
    this.#start("footnote", { ...line, text });
    if (this.#open) this.#open.details = { label };
  }

  paragraph(line: PlainLine): void {
    this.#start("paragraph", line);
  }

  more(line: PlainLine): void {
    this.#open?.lines.push(line.text);
  }

  whole(kind: "heading" | "paragraph", text: string, level: number | null): void {
    this.close();
    this.#depths = [];
    addBlock(this.#blocks, kind, text, { level });
  }

  close(): void {
    if (this.#open) addBlock(this.#blocks, this.#open.kind, joinLines(this.#open.lines), this.#open);
    this.#open = null;
  }

  finish(): ParsedBlock[] {
    this.close();
    return this.#blocks;
  }

  #start(kind: "quotation" | "paragraph" | "footnote", line: PlainLine): void {
    this.close();
    this.#depths = [];
    this.#open = { kind, level: null, indent: line.indent, lines: [line.text] };
  }
}

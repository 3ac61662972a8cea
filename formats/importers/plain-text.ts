import type { ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS } from "#domain/block.ts";
import { numberedItem } from "./bullet-marks.ts";
import { hardWraps } from "./hard-wraps.ts";
import type { Importer } from "./importer.ts";
import { withoutInvisible } from "./invisible.ts";
import { guessLanguage } from "./language.ts";
import { PlainBlocks } from "./plain-blocks.ts";
import { plainFootnotes, withReferences } from "./plain-footnotes.ts";
import { headingLevelAt, isListItem, type PlainLine, plainLines } from "./plain-lines.ts";
import { signedItem, spacedItem } from "./plain-numbering.ts";
import { withReadings } from "./plain-ruby.ts";
import { plainTables } from "./plain-table.ts";
import { findTitle } from "./plain-title.ts";
import { bylineInText, dateInHead } from "./stated-in-text.ts";

/**
 * Text as people write it, without markup. Nothing but white space, characters nobody sees and the marks of bullets and
 * quotations is dropped. Every line is a block of its own unless it was broken by nothing but its width.
 */
export const plainTextImporter: Importer = {
  id: "text",
  mediaTypes: ["text/plain"],
  extensions: ["txt", "text"],
  read: readPlainText,
};

function readPlainText(written: string): ParsedArticle {
  const text = withoutInvisible(written);
  const lines = plainLines(text);
  const tables = plainTables(lines);
  const isApart = new Set<number>();
  for (const { from, rows } of tables.values()) for (const row of rows.keys()) isApart.add(from + row);
  const wraps = hardWraps(lines, isApart);
  const titleAt = findTitle(lines, isApart, wraps);
  const title = titleAt === null ? undefined : lines[titleAt];
  const footnotes = plainFootnotes(lines);
  const blocks = new PlainBlocks();
  // A date or addressee above the title follows it, as in every article.
  if (title) blocks.whole("heading", title.text, HEADING_LEVELS.title);
  for (const [at, line] of lines.entries()) {
    const table = tables.get(at);
    const footnote = footnotes.get(at);
    if (table) blocks.table(table);
    else if (at === titleAt) blocks.close();
    else if (isApart.has(at)) continue;
    else if (wraps[at - 1]) blocks.more(line);
    else if (footnote) blocks.footnote(line, footnote);
    else writeLine(blocks, lines, at, line);
  }
  const read = withReferences(withReadings(blocks.finish()), footnotes);
  return {
    title: title ? (read[0]?.text ?? null) : null,
    language: guessLanguage(text),
    byline: bylineInText(read),
    publisher: null,
    url: null,
    publishedAt: dateInHead(read),
    blocks: read,
    pictures: [],
    notes: [],
  };
}

function writeLine(blocks: PlainBlocks, lines: readonly PlainLine[], at: number, line: PlainLine): void {
  if (line.kind === "blank") blocks.close();
  else if (line.kind === "rule") blocks.whole("paragraph", line.text, null);
  else if (line.kind === "bullet") blocks.bullet(line);
  else if (line.kind === "quotation") blocks.quotation(line);
  else writeProse(blocks, lines, at, line);
}

function writeProse(blocks: PlainBlocks, lines: readonly PlainLine[], at: number, line: PlainLine): void {
  const level = headingLevelAt(lines, at, true);
  if (level !== null) blocks.whole("heading", line.text, level);
  else if (line.numbering && isItem(blocks, lines, at, line.numbering))
    writeItem(blocks, line, line.numbering);
  else blocks.paragraph(line);
}

/** A numbered sentence by itself is one item of a list whose items stand apart. */
function isItem(
  blocks: PlainBlocks,
  lines: readonly PlainLine[],
  at: number,
  { style }: NonNullable<PlainLine["numbering"]>,
): boolean {
  if (style === "chapter") return false;
  const isAlone = style !== "letter" && !blocks.isInParagraph;
  return isAlone || isListItem(lines, at);
}

function writeItem(
  blocks: PlainBlocks,
  line: PlainLine,
  numbering: NonNullable<PlainLine["numbering"]>,
): void {
  const signed = signedItem(line.text, numbering);
  if (signed) blocks.bullet({ ...line, text: signed.text }, signed.sign);
  else {
    const item = numbering.style === "spaced" ? spacedItem(line.text) : numberedItem(line.text);
    blocks.bullet({ ...line, ...item });
  }
}

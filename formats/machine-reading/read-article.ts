import type { LeftOut, ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { bulletOf } from "../importers/bullet-marks.ts";
import { guessLanguage } from "../importers/language.ts";
import { median } from "../importers/median.ts";
import { loneNumber, saysPageNumber } from "../importers/pdf/page-numbers.ts";
import { isMarkedHeading, looksLikeHeading, numberingOf } from "../importers/plain-headings.ts";
import { bylineInText, dateInHead } from "../importers/stated-in-text.ts";
import { withStatedTitle } from "../importers/with-stated-title.ts";
import type { ReadPage } from "./page.ts";
import { type ReadParagraph, readParagraphs } from "./read-paragraphs.ts";
import { type TextLine, textLines } from "./text-lines.ts";
import { unsureMarks } from "./unsure-marks.ts";

/** Letters of a heading are so much larger than those of most lines; those of a title are larger still. */
const LARGER = 1.2;
const TITLE = 1.45;
const LONGEST_HEADING = 60;

/**
 * What a machine read on pages as an article: paragraphs, bullets and headings by where their lines stand, every figure
 * and every word that it was not sure of marked. Numbers of pages are left out, to be taken back.
 */
export function readArticle(pages: readonly ReadPage[], direction: "across" | "down"): ParsedArticle {
  const lines = textLines(pages, direction);
  const numbers = new Set(onPages(lines).flatMap((page) => page.filter((line) => isPageNumber(line, page))));
  const paragraphs = readParagraphs(lines.filter((line) => !numbers.has(line)));
  const usual = usualSize(lines);
  const { title, blocks } = withStatedTitle(
    paragraphs.map((paragraph) => blockOf(paragraph, usual)),
    null,
  );
  const text = blocks.map((block) => block.text).join("\n");
  const read = pages.flatMap(({ regions }, index) => (regions.length > 0 ? [index + 1] : []));
  const leftOut = [...numbers].map((line): LeftOut => leftOutNumber(line, blocks));
  return {
    title,
    language: guessLanguage(text),
    byline: bylineInText(blocks),
    publisher: null,
    url: null,
    publishedAt: dateInHead(blocks),
    blocks,
    pictures: [],
    notes: read.length > 0 ? [{ what: "machine_read", count: read.length, pages: read.slice(0, 500) }] : [],
    ...(leftOut.length > 0 && { leftOut }),
  };
}

/** The lines of each page that has any. */
function onPages(lines: readonly TextLine[]): TextLine[][] {
  const pages = new Map<number, TextLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return [...pages.values()];
}

function blockOf({ lines, characters, joins }: ReadParagraph, usual: number): ParsedBlock {
  const text = characters.map((character) => character.text).join("");
  const size = Math.max(...lines.map((line) => line.size));
  const isShort = lines.length <= 3 && text.length <= LONGEST_HEADING && looksLikeHeading(text);
  const bullet = bulletOf(text);
  const [first] = lines;
  const kind =
    isShort && (size > usual * LARGER || isMarkedHeading(text) || (numberingOf(text) && lines.length === 1))
      ? "heading"
      : bullet && bullet.text !== ""
        ? "bullet"
        : "paragraph";
  const skipped = kind === "bullet" && bullet ? [...text].length - [...bullet.text].length : 0;
  const kept = characters.slice(skipped);
  const marks = unsureMarks(kept);
  const rest = joins.map((at) => at - skipped).filter((at) => at > 0);
  return {
    kind,
    level:
      kind === "heading" ? (size > usual * TITLE ? 0 : HEADING_LEVELS.section) : kind === "bullet" ? 1 : null,
    text: kept.map((character) => character.text).join(""),
    ...detailsOf(marks, kind === "bullet" ? (bullet?.ordinal ?? null) : null),
    ...(rest.length > 0 && { joins: rest }),
    ...(first && { place: { page: first.page, top: first.top } }),
  };
}

function detailsOf(
  marks: ReturnType<typeof unsureMarks>,
  ordinal: number | null,
): Pick<ParsedBlock, "details"> {
  if (marks.length === 0 && ordinal === null) return {};
  return { details: { ...(marks.length > 0 && { marks }), ...(ordinal !== null && { ordinal }) } };
}

/** The first or last line of its page that says nothing but its number. */
function isPageNumber(line: TextLine, onPage: readonly TextLine[]): boolean {
  if (onPage.length < 3 || (onPage[0] !== line && onPage.at(-1) !== line)) return false;
  const said = line.text.normalize("NFKC").replace(/\s+/gu, "");
  return saysPageNumber(said) || (loneNumber(said) !== null && isAside(line, onPage));
}

/** Whether it stands well off the text: a lone number right below it may be the last cell of a table. */
function isAside(line: TextLine, onPage: readonly TextLine[]): boolean {
  const others = onPage.filter((other) => other !== line);
  const gap = Math.min(...others.map(({ at }) => Math.abs(at - line.at)));
  return gap > line.size * 3;
}

function leftOutNumber(line: TextLine, blocks: readonly ParsedBlock[]): LeftOut {
  const behind = blocks.findIndex(({ place }) => (place?.page ?? 0) > line.page);
  const characters = [...line.text].map((text, index) => ({
    text,
    symbol: line.symbols[index] ?? null,
    page: line.page,
  }));
  const block: ParsedBlock = {
    kind: "paragraph",
    level: null,
    text: line.text,
    ...detailsOf(unsureMarks(characters), null),
    place: { page: line.page, top: line.top },
  };
  return { why: "navigation", before: behind < 0 ? blocks.length : behind, blocks: [block] };
}

/** How tall the letters of most of the text are. */
const usualSize = (lines: readonly TextLine[]): number =>
  median(lines.flatMap(({ size, text }) => Array.from({ length: text.length }, () => size)));

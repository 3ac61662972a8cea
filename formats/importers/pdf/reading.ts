import type { ImportNote } from "#domain/article-import.ts";
import { Notes } from "../import-notes.ts";
import { type ArrangedPage, arranged } from "./arranged.ts";
import { type AsideParagraphs, isTextOfItsOwn, withAsides } from "./asides.ts";
import type { DrawnPage } from "./drawn.ts";
import { lineText } from "./line-text.ts";
import { withoutRunningLines } from "./margins.ts";
import { linesOfPage } from "./page-lines.ts";
import { type Measure, measureOf, type Paragraph, paragraphsOf } from "./paragraphs.ts";
import type { PageSegments } from "./run.ts";
import { segmentsOf } from "./segments.ts";

/** A PDF's paragraphs in reading order, what is usual in it, and what of it is not in them. */
export interface Reading {
  paragraphs: Paragraph[];
  measure: Measure;
  notes: ImportNote[];
}

type Way = PageSegments & { isMain: boolean; isTurned: boolean };

/** Reads pages of placed text: the way most of a page is written in first, what is written otherwise in its place. */
export function readingOf(drawn: readonly DrawnPage[]): Reading {
  const pages = drawn.map(arranged);
  const { pages: ways, removed } = withoutRunningLines(pages.flatMap(waysOf));
  const notes = new Notes();
  for (let more = 0; more < removed; more += 1) notes.add("header_footer");
  for (const { page, remarks } of drawn) for (const remark of remarks) notes.add("free_text", remark, page);
  for (const { page, askew } of pages)
    if (askew.length > 0) notes.add("rotated_text", askew.map(({ text }) => text).join(" "), page);
  const read = ways.map((way) => ({ ...way, ...linesOfPage(way) }));
  for (const { page, isUncertain } of read) if (isUncertain) notes.add("uncertain_order", "", page);
  const main = read.filter(({ isMain }) => isMain).flatMap(({ lines }) => lines);
  const measure = measureOf(main);
  const asides: AsideParagraphs[] = [];
  for (const { page, isMain, isTurned, lines } of read) {
    if (isMain || lines.length === 0) continue;
    const paragraphs = paragraphsOf(lines, measure);
    const top = Math.min(...paragraphs.slice(0, 1000).map((paragraph) => topOf(paragraph)));
    if (!isTurned)
      for (const paragraph of paragraphs)
        asides.push({ page, top: topOf(paragraph), paragraphs: [paragraph] });
    else if (isTextOfItsOwn(lines)) asides.push({ page, top, paragraphs });
    else for (const line of lines) notes.add("rotated_text", lineText(line), page);
  }
  return { paragraphs: withAsides(paragraphsOf(main, measure), asides), measure, notes: notes.all };
}

const topOf = ({ lines }: Paragraph): number => lines[0]?.top ?? 0;

function waysOf({ page, main, asides }: ArrangedPage): Way[] {
  return [{ ...main, isTurned: false }, ...asides].map((text) => ({
    page,
    height: text.height,
    segments: segmentsOf(text.runs),
    isMain: text.runs === main.runs,
    isTurned: text.isTurned,
  }));
}

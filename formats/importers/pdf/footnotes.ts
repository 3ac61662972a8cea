import { withPlainDigits } from "#domain/raised-text.ts";
import type { Measure, Paragraph } from "./paragraphs.ts";
import type { Line, Run } from "./run.ts";

const LABEL =
  /^(?:[*＊※]\s?\d{1,3}|\[\d{1,3}\]|(?:注|註)\s?\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}|[*†‡§])[\s)）.．:：]*(?=\S)/u;
const SMALLER = 0.94;

interface NoteLabel {
  label: string;
  /** Of the label as it stands before the note, in UTF-16 units. */
  length: number;
}

/** The footnotes of a document: what is small and begins with a sign that is raised in the text of its page. */
export class PageNotes {
  readonly #labels = new Map<Paragraph, NoteLabel>();
  readonly #onPages = new Set<string>();

  constructor(paragraphs: readonly Paragraph[], measure: Measure) {
    const raised = raisedSigns(paragraphs, measure);
    for (const paragraph of paragraphs) {
      const [first] = paragraph.lines;
      const found = first && isSmall(first, measure) ? labelBefore(paragraph.text) : null;
      const key = `${first?.page ?? 0} ${found?.label ?? ""}`;
      if (!found || !raised.has(key)) continue;
      this.#labels.set(paragraph, found);
      this.#onPages.add(key);
    }
  }

  /** The label of a paragraph that is a footnote, and how much of it the label is, in UTF-16 units. */
  of(paragraph: Paragraph): NoteLabel | null {
    return this.#labels.get(paragraph) ?? null;
  }

  /** The footnote of this page that a raised sign refers to. */
  referredToBy(run: Run, page: number): string | undefined {
    const label = run.script === "super" ? plain(run.text.trim()) : "";
    return this.#onPages.has(`${page} ${label}`) ? label : undefined;
  }
}

/** The raised signs in the text of each page, behind the page's number. */
function raisedSigns(paragraphs: readonly Paragraph[], measure: Measure): Set<string> {
  const signs = new Set<string>();
  for (const line of paragraphs.flatMap(({ lines }) => lines))
    if (!isSmall(line, measure))
      for (const { script, text } of line.runs)
        if (script === "super") signs.add(`${line.page} ${plain(text.trim())}`);
  return signs;
}

const isSmall = (line: Line, { size }: Measure): boolean => line.size <= size * SMALLER;

function labelBefore(text: string): NoteLabel | null {
  const [written] = LABEL.exec(text) ?? [];
  if (written === undefined) return null;
  return { label: plain(written.trim().replace(/[)）.．:：]+$/u, "")), length: written.length };
}

const plain = withPlainDigits;

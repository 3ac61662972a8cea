/** What a report's file is named by. */
export interface NamedReport {
  /** ISO 8601 in UTC. */
  generatedAt: string;
  article: { title: string };
}

/** The longest title part of a file name: what people still read, and what keeps the name under 255 bytes of UTF-8. */
const TITLE_GRAPHEMES = 80;
const TITLE_BYTES = 200;

/** What no file system or shell takes: path and wildcard characters of any system, controls, bidi controls, BOM. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Bidi_Control}\u2028\u2029\u2060\ufeff]+/gu;

/**
 * `<title>-factcheck-<day the report was made, UTC>.<extension>`.
 * Japanese stays Japanese; what a path may not hold becomes one space. Names that Windows reserves (CON, NUL, …) are
 * harmless here because the ending follows. A title of nothing but such characters gives `report`.
 */
export function reportFileName(report: NamedReport, extension: string): string {
  const title = report.article.title
    .normalize("NFC")
    .replace(UNSAFE, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${shortened(title) || "report"}-factcheck-${report.generatedAt.slice(0, 10)}.${extension}`;
}

function shortened(title: string): string {
  const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
  let kept = "";
  let count = 0;
  for (const { segment } of segmenter.segment(title)) {
    if (count === TITLE_GRAPHEMES || bytesOf(kept + segment) > TITLE_BYTES) return kept.trim();
    kept += segment;
    count += 1;
  }
  return kept;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;

/**
 * A date as pages and front matter give it, as an ISO 8601 date or date-time; null for what is no date.
 * `2025/9/3 10:00` and `2025年9月3日` keep only their date: they do not say in which time zone.
 */
export function publishedAtFrom(written: string): string | null {
  const text = written.trim();
  const [, year, month, day] = WRITTEN.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // 30 February parses, as a day of March.
  if (!new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)) return null;
  return ISO.test(text) && !Number.isNaN(Date.parse(text)) ? text : date;
}

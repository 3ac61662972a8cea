import type { Locale } from "#domain/localized.ts";

/**
 * A moment as a report prints it: day and minute, always UTC and saying so, because a file has no reader's time zone.
 * `2026-10-12T03:04:05Z` is 2026年10月12日 03:04 UTC, or 12 October 2026, 03:04 UTC.
 */
export function printedMoment(iso: string, locale: Locale): string {
  return `${printedDate(iso.slice(0, 10), locale)}${locale === "ja" ? " " : ", "}${iso.slice(11, 16)} UTC`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A date as precise as it was given (`2026`, `2026-10`, `2026-10-12`); anything else stays as it is. */
export function printedDate(date: string, locale: Locale): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!match) return date;
  const [, year = "", month, day] = match;
  if (locale === "ja") {
    return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  }
  const name = month ? (MONTHS[Number(month) - 1] ?? "") : "";
  return [day ? String(Number(day)) : "", name, year].filter(Boolean).join(" ");
}

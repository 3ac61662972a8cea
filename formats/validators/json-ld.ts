import { parsedUrl } from "#domain/parsed-url.ts";

/** An object of JSON whose values are not known yet. */
export type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The trimmed text at `key`; null where there is none or only white space. */
export function textAt(record: Json, key: string): string | null {
  const value = record[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** `value` as an absolute http(s) address, or null. */
export function webAddress(value: unknown): URL | null {
  const url = typeof value === "string" ? parsedUrl(value) : null;
  return url?.protocol === "http:" || url?.protocol === "https:" ? url : null;
}

/** A year, month or day of ISO 8601, with or without a time, that exists in the calendar. */
export function isDate(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const shape = /^\d{4}(-\d\d(-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(value);
  if (!shape || Number.isNaN(Date.parse(value))) return false;
  // `Date` rolls 31 April over into May: the day must still be the one that was written.
  const day = shape[3];
  return day === undefined || new Date(value.slice(0, 10)).getUTCDate() === Number(day);
}

/** An object of a parsed JSON file, whose fields may be anything. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON-LD writes one value alone and several as a list: always as a list. Absent and null are none. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text without white space around it; empty where `value` is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** Far longer than any name a source gives; what is longer has no name. In UTF-16 units. */
const LONGEST_NAME = 2_000;

/** An id or address as its source wrote it; null where it is none. */
export function nameOf(value: unknown): string | null {
  const text = textOf(value);
  return text === "" || text.length > LONGEST_NAME ? null : text;
}

/** A moment as ISO 8601 in UTC; null where `value` is none, or one that no calendar of ours has. */
export function momentOf(value: unknown): string | null {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** `text` with at most `limit` UTF-16 units, cut between characters; `isCut` says that there was more. */
export function cutTo(text: string, limit: number): { text: string; isCut: boolean } {
  if (text.length <= limit) return { text, isCut: false };
  return { text: `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`, isCut: true };
}

import { storableText } from "#editor/storable-text.ts";

/**
 * A parsed body in which every text can be stored: PostgreSQL holds neither NUL nor half a surrogate pair, and a
 * caller's one bad character must not become our error. The text of an article (`content`) is left as it came: the
 * importer must see a NUL to know that a file is no text.
 */
export function storableBody(body: unknown): unknown {
  if (!isPlain(body)) return storable(body);
  const { content, ...rest } = body;
  const kept = typeof content === "string" ? content : storable(content);
  return { ...storableRecord(rest), ...("content" in body && { content: kept }) };
}

function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  return isPlain(value) ? storableRecord(value) : value;
}

const storableRecord = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [storableText(key), storable(value)]));

/** JSON's objects and nothing else: files and forms pass by. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

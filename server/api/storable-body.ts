import { storableText } from "#editor/storable-text.ts";

/** No call takes anything so deep; a body made to exhaust the stack of whatever walks it next is refused here. */
const MAX_DEPTH = 200;

/**
 * A parsed body in which every text can be stored: PostgreSQL holds neither NUL nor half a surrogate pair, and a
 * caller's one bad character must not become our error. The text of an article (`content`) is left as it came: the
 * importer must see a NUL to know that a file is no text.
 *
 * @throws RangeError where it is nested too deep
 */
export function storableBody(body: unknown): unknown {
  if (!isPlain(body)) return storable(body, 0);
  const { content, ...rest } = body;
  const kept = typeof content === "string" ? content : storable(content, 1);
  return { ...storableRecord(rest, 0), ...("content" in body && { content: kept }) };
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storableText(value);
  if (depth > MAX_DEPTH) throw new RangeError(`Nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  return isPlain(value) ? storableRecord(value, depth) : value;
}

const storableRecord = (record: Record<string, unknown>, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [storableText(key), storable(value, depth + 1)]),
  );

/** JSON's objects and nothing else: files and forms pass by. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

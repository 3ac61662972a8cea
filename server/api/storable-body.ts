import { storableText } from "#editor/storable-text.ts";

/** No call takes anything so deep; a body made to exhaust the stack of whatever walks it next is refused here. */
export const MAX_DEPTH = 200;

/**
 * A parsed body in which every text can be stored: PostgreSQL holds neither NUL nor half a surrogate pair, and a
 * caller's one bad character must not become our error. The text of an article (`content`) is left as it came: the
 * importer must see a NUL to know that a file is no text. What needs no repair is answered as it is, not copied.
 *
 * @throws RangeError where it is nested too deep
 */
export function storableBody(body: unknown): unknown {
  if (!isPlain(body) || typeof body.content !== "string") return storable(body, 0);
  const { content, ...rest } = body;
  return { ...storableRecord(rest, 0), content };
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storableText(value);
  if (depth > MAX_DEPTH) throw new RangeError(`Nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return storableList(value, depth);
  return isPlain(value) ? storableRecord(value, depth) : value;
}

function storableList(list: unknown[], depth: number): unknown[] {
  let isSame = true;
  const repaired = list.map((item) => {
    const kept = storable(item, depth + 1);
    isSame &&= kept === item;
    return kept;
  });
  return isSame ? list : repaired;
}

function storableRecord(record: Record<string, unknown>, depth: number): Record<string, unknown> {
  let isSame = true;
  const repaired = Object.entries(record).map(([key, value]): [string, unknown] => {
    const kept = storable(value, depth + 1);
    const name = storableText(key);
    isSame &&= kept === value && name === key;
    return [name, kept];
  });
  return isSame ? record : Object.fromEntries(repaired);
}

/** JSON's objects and nothing else: files and forms pass by. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

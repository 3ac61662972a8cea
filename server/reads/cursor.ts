import type { z } from "zod";
import { momentTextSchema } from "#domain/count.ts";
import { Refusal } from "#domain/error.ts";

/** What a list is asked for: the page after `cursor`, with `limit` items at most. */
export interface PageQuery {
  cursor?: string | undefined;
  limit: number;
}

/** Where the next page begins: the sort key of this page's last item. Opaque to callers, so that it may change. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The sort key in `cursor`, or null for the first page. A cursor we did not make is INVALID_INPUT. */
export function decodeCursor<Key extends z.ZodType>(
  cursor: string | undefined,
  key: Key,
): z.output<Key> | null {
  if (cursor === undefined) return null;
  const parsed = key.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  throw new Refusal("INVALID_INPUT", { issues: [{ path: "cursor", message: "Unknown cursor" }] });
}

/**
 * A page of `rows`, of which one more than `limit` was read: that one says there is a next page and is not shown.
 * `keyOf` answers an item's sort key.
 */
export function pageFrom<Row>(rows: Row[], limit: number, keyOf: (row: Row) => (string | number)[]) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: last && rows.length > limit ? encodeCursor(keyOf(last)) : null };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A moment in a cursor. */
export const momentSchema = momentTextSchema.transform((text) => new Date(text));

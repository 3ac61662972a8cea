/**
 * Whether two values of a field (JSON: a string, a list, a document) mean the same. White space around a string means
 * nothing, because the server trims it; the order of an object's keys means nothing, because PostgreSQL forgets it.
 */
export const sameValue = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : equalJson(a, b);

function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(
      ([key, value]) => Object.hasOwn(b, key) && equalJson(value, (b as Record<string, unknown>)[key]),
    )
  );
}

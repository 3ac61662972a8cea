import { cutsToken } from "./cuts-token.ts";
import type { TextPart } from "./differences.ts";

/** What makes another number of the number it touches: a sign, a currency, a part of a longer number. */
const MODIFIER = /^[-+±‐‑–−－＋▲△▼▽\p{Sc}.．,，:：/／]$/u;
const MEASURE = /^[%％‰°℃.．,，:：/／\p{Sc}]$/u;
const NUMERAL = /^[〇一二三四五六七八九十百千万億兆\p{Nd}]$/u;

/**
 * Whether a number at an edge of a passage has become another by what touches it from outside: 「5度」 of 「-5度」,
 * 「五人」 of 「十五人」, "5" of "5%". What touched it before may go on doing so.
 */
export function numbersDiffer(
  before: readonly string[],
  passage: TextPart,
  after: readonly string[],
  place: TextPart,
): boolean {
  return (
    touchingBefore(before, passage.start) !== touchingBefore(after, place.start) ||
    touchingBehind(before, passage.end) !== touchingBehind(after, place.end)
  );
}

function touchingBefore(points: readonly string[], start: number): string {
  if (!NUMERAL.test(points[start] ?? "")) return "";
  const touching = points[start - 1] ?? "";
  return MODIFIER.test(touching) || cutsToken(points, start) ? touching.normalize("NFKC") : "";
}

function touchingBehind(points: readonly string[], end: number): string {
  if (!NUMERAL.test(points[end - 1] ?? "")) return "";
  const touching = points[end] ?? "";
  const isStop = /^[.．,，:：]$/u.test(touching) && !NUMERAL.test(points[end + 1] ?? "");
  if (isStop) return "";
  return MEASURE.test(touching) || cutsToken(points, end) ? touching.normalize("NFKC") : "";
}

import { KANA } from "../japanese-letters.ts";
import type { Run, Segment } from "./run.ts";

/** All in sizes of the letters beside. */
const SAME_BASELINE = 0.25;
const NARROWEST_GUTTER = 0.45;
const SUPERSCRIPT = { size: 0.8, lowest: 0.12, highest: 0.65 };
const SUBSCRIPT = { lowest: -0.4, highest: -0.05 };
/** What refers to a note may be raised in the size of the text, or nearly. */
const REFERENCE = /^(?:[[(（]?\d{1,3}(?:\s?[,、–-]\s?\d{1,3}){0,5}[\])）]?|[*＊†‡§※]{1,3}\d{0,3})[,、]?$/u;
const REFERENCE_SIZE = 1.02;
const RUBY = { size: 0.66, lowest: 0.68, highest: 1.5 };
const LONGEST_SCRIPT = 12;
/** Between a word and a sign raised beside it. */
const BESIDE = 0.6;
/** As many signs may follow one another, raised and lowered by turns. */
const ROUNDS = 3;

const READING = new RegExp(String.raw`^[${KANA}ー・\s]+$`, "u");

/** The runs of a page on their baselines, with raised and lowered signs in their lines and readings beside their words. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  const segments = baselines(runs).flatMap(splitAtGaps);
  const large = [...segments].sort((one, other) => one.y - other.y);
  const taken = new Set<Segment>();
  const grown = new Set<Segment>();
  // A second sign behind a first one is beside the word once that has the first.
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = taken.size;
    for (const small of segments) {
      if (taken.has(small)) continue;
      const beside = nearby(large, small).filter((one) => !taken.has(one));
      const base = attach(small, beside);
      if (!base) continue;
      taken.add(small);
      grown.add(base);
    }
    // Once a round: a line of ten thousand signs must not be put in order at each of them.
    for (const { runs } of grown) runs.sort((one, other) => one.x0 - other.x0);
    grown.clear();
    if (taken.size === before) break;
  }
  return large.filter((segment) => !taken.has(segment));
}

function baselines(runs: readonly Run[]): Run[][] {
  const groups: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((one, other) => one.y - other.y || one.x0 - other.x0)) {
    let group = null;
    for (let at = groups.length - 1; at >= 0 && at >= groups.length - 6; at -= 1) {
      const candidate = groups[at];
      if (candidate && isOnBaseline(candidate, run)) group = candidate;
    }
    if (group) group.runs.push(run);
    else groups.push({ y: run.y, size: run.size, runs: [run] });
  }
  return groups.map((group) => group.runs);
}

function isOnBaseline(group: { y: number; size: number }, run: Run): boolean {
  const larger = Math.max(group.size, run.size);
  const smaller = Math.min(group.size, run.size);
  return Math.abs(group.y - run.y) <= smaller * SAME_BASELINE && smaller / larger > 0.6;
}

function splitAtGaps(runs: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  for (const run of [...runs].sort((one, other) => one.x0 - other.x0)) {
    const open = segments.at(-1);
    if (open && run.x0 - open.x1 <= Math.max(open.size, run.size) * NARROWEST_GUTTER) {
      open.runs.push(run);
      open.x1 = Math.max(open.x1, run.x1);
      open.size = Math.max(open.size, run.size);
    } else segments.push({ runs: [run], rubies: [], x0: run.x0, x1: run.x1, y: run.y, size: run.size });
  }
  return segments;
}

/** More of a page's segments at one height than these are a drawing. */
const MOST_LOOKED_AT = 500;

/** Those within two lines of it, right beside it, that are no smaller; `sorted` by y. */
function nearby(sorted: readonly Segment[], small: Segment): Segment[] {
  let low = 0;
  let high = sorted.length;
  const from = small.y - small.size * 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.y ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Segment[] = [];
  for (let at = low; at < sorted.length && at < low + MOST_LOOKED_AT; at += 1) {
    const one = sorted[at];
    if (!one || one.y > small.y + small.size * 4) break;
    const isNoSmaller = one !== small && one.size * REFERENCE_SIZE >= small.size;
    if (isNoSmaller && between(one, small) < one.size * BESIDE) found.push(one);
  }
  return found;
}

/** What lies between two segments along the line; less than 0 where one is over the other. */
const between = (base: Segment, small: Segment): number => Math.max(base.x0 - small.x1, small.x0 - base.x1);

/** How far one segment lies beside another; what stands before it is nearer than what stands behind. */
const apart = (base: Segment, small: Segment): number =>
  Math.max(0, between(base, small)) + (base.x0 > small.x0 ? 0.01 : 0);

/** The one of the segments beside it that `small` belongs to, into which it is then put; null where to none. */
function attach(small: Segment, beside: readonly Segment[]): Segment | null {
  const text = small.runs.map((run) => run.text).join("");
  for (const base of [...beside].sort((one, other) => apart(one, small) - apart(other, small))) {
    const raised = (base.y - small.y) / base.size;
    const ratio = small.size / base.size;
    const overlap = (Math.min(base.x1, small.x1) - Math.max(base.x0, small.x0)) / (small.x1 - small.x0 || 1);
    const isReading =
      ratio <= RUBY.size && raised >= RUBY.lowest && raised <= RUBY.highest && READING.test(text);
    if (isReading && overlap > 0.5) {
      base.rubies.push({ text: text.replace(/\s/gu, ""), x0: small.x0, x1: small.x1 });
      return base;
    }
    const isSuper = raised >= SUPERSCRIPT.lowest && raised <= SUPERSCRIPT.highest;
    const isSub = raised >= SUBSCRIPT.lowest && raised <= SUBSCRIPT.highest;
    const isReference = isSuper && REFERENCE.test(text.trim()) && base.x1 - base.x0 > small.x1 - small.x0;
    if (!(ratio <= SUPERSCRIPT.size || (isReference && ratio <= REFERENCE_SIZE))) continue;
    if (!(isSuper || isSub) || text.length > LONGEST_SCRIPT) continue;
    for (const run of small.runs) base.runs.push({ ...run, script: isSuper ? "super" : "sub" });
    for (const ruby of small.rubies) base.rubies.push(ruby);
    base.x0 = Math.min(base.x0, small.x0);
    base.x1 = Math.max(base.x1, small.x1);
    return base;
  }
  return null;
}

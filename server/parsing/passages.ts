import type { AnchorRange } from "#domain/anchor.ts";
import { resolve, type Selector } from "#domain/anchoring/resolve.ts";
import { type Resolution, resolveAtPosition } from "#domain/anchoring/resolve-quote.ts";
import type { BlockText, CarriedClaim } from "#domain/carried-claims.ts";
import { Refusal } from "#domain/error.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";
import { LONG_WORK, SHORT_WORK } from "./lanes.ts";
import { packed } from "./packed-text.ts";
import type { CarriedPassages, CarryJob, PassageJob } from "./parsers.ts";

/** In UTF-16 units: in a text no longer than this every passage is found within a few milliseconds. */
const SHORT = 2_000;

/** Answers that were found for texts that never change, so that they are found before anything is locked. */
const KEPT = 500;
const known = new Map<string, unknown>();

/** What `find` answers, kept under `key`. What fails is not. */
async function once<Found>(key: string, find: () => Promise<Found>): Promise<Found> {
  if (known.has(key)) return known.get(key) as Found;
  const found = await find();
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return found;
}

/** A text under a name that no other text has: a revision, or a draft. */
export interface NamedText extends BlockText {
  id: string;
}

const places = workerPool<PassageJob, Resolution>(SHORT_WORK);
const carriers = workerPool<CarryJob, CarriedPassages>(LONG_WORK);

/**
 * Where `selector` stands in a text, for the member `by`. What its own position proves is seen at once; words without
 * one are looked for in a thread where the text is long.
 *
 * @throws Refusal ANCHOR_NOT_FOUND where looking takes longer than it may, or as a pool is full
 */
export async function resolveAside(text: NamedText, selector: Selector, by: string): Promise<Resolution> {
  const quick = resolvedAtOnce(text, selector);
  if (quick) return quick;
  const find = () =>
    places.run({ text: packed(text), selector }, { task: "passage", by, ...SHORT_WORK.times });
  try {
    return await once(JSON.stringify([text.id, selector]), find);
  } catch (error) {
    throw error instanceof JobTooHard ? new Refusal("ANCHOR_NOT_FOUND") : error;
  }
}

function resolvedAtOnce({ text, blocks }: BlockText, selector: Selector): Resolution | null {
  const isQuote = "exact" in selector && selector.exact !== undefined;
  if (!isQuote && "blockId" in selector) return resolve(blocks, selector);
  if (text.length <= SHORT) return resolve(blocks, selector);
  return isQuote ? resolveAtPosition(blocks, selector) : null;
}

/** What becomes of one passage of a text in a later one, found in a thread for the member `by`. */
export const carryOne = (
  range: AnchorRange,
  before: NamedText,
  after: NamedText,
  by: string,
): Promise<CarriedClaim | undefined> =>
  once(JSON.stringify([before.id, after.id, range]), async () => {
    const { carried } = await carryPassages({ before, after, ranges: [range], sought: [] }, by);
    return carried[0];
  });

/** The passages of a `CarryJob` in the later text, found in a thread for the member `by`. */
export async function carryPassages(
  {
    before,
    after,
    ranges,
    sought,
  }: Omit<CarryJob, "before" | "after"> & Record<"before" | "after", BlockText>,
  by: string,
): Promise<CarriedPassages> {
  if (ranges.length + sought.length === 0) return { carried: [], found: [] };
  const job = { before: packed(before), after: packed(after), ranges, sought };
  try {
    return await carriers.run(job, { task: "carry", by, ...LONG_WORK.times });
  } catch (error) {
    throw error instanceof JobTooHard ? new Refusal("ARTICLE_TOO_HARD") : error;
  }
}

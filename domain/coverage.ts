import type { Coverage } from "./article.ts";
import type { Block } from "./block.ts";

/** What a bullet still needs: nothing (it has a claim or was dismissed), or a claim. */
export type BulletState = "claimed" | "dismissed" | "unmarked";

/** Where claims stand, as far as coverage asks. */
export interface ClaimPlace {
  blockId: string;
}

/**
 * The state of every bullet among `blocks`, in order. A bullet with a claim anywhere in it is claimed, even where it
 * was dismissed before: a finding outweighs the wish to have none.
 */
export function bulletStates(
  blocks: readonly Block[],
  claims: Iterable<ClaimPlace>,
  dismissed: Iterable<{ blockId: string }>,
): Map<string, BulletState> {
  const claimedIds = new Set([...claims].map((claim) => claim.blockId));
  const dismissedIds = new Set([...dismissed].map((dismissal) => dismissal.blockId));
  const states = new Map<string, BulletState>();
  for (const block of blocks) {
    if (block.kind !== "bullet") continue;
    if (claimedIds.has(block.id)) states.set(block.id, "claimed");
    else states.set(block.id, dismissedIds.has(block.id) ? "dismissed" : "unmarked");
  }
  return states;
}

/** The counts of `states`, for a section or an article. */
export function coverageOf(states: Iterable<BulletState>): Coverage {
  const coverage = { bullets: 0, claimed: 0, dismissed: 0 };
  for (const state of states) {
    coverage.bullets += 1;
    if (state === "claimed") coverage.claimed += 1;
    if (state === "dismissed") coverage.dismissed += 1;
  }
  return coverage;
}

/** The next unmarked bullet after `afterBlockId` in text order, going round at the end; null when none is left. */
export function nextUnmarked(
  blocks: readonly Block[],
  states: ReadonlyMap<string, BulletState>,
  afterBlockId: string | null,
): Block | null {
  const from = blocks.findIndex((block) => block.id === afterBlockId) + 1;
  const turned = [...blocks.slice(from), ...blocks.slice(0, from)];
  return turned.find((block) => states.get(block.id) === "unmarked") ?? null;
}

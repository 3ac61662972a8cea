import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { placedOf } from "#domain/anchor.ts";
import { type Block, sectionsOf } from "#domain/block.ts";
import { type ClaimSummary, isSettled } from "#domain/claim.ts";
import { bulletStates } from "#domain/coverage.ts";

/** How far one bullet is: nothing there, said to need nothing, marked, or marked and all of it settled. */
export type BulletProgress = "unmarked" | "dismissed" | "claimed" | "settled";

export interface OutlineSection {
  /** The heading's block, or the first block of what stands before any heading. */
  blockId: string;
  /** Null for what stands before the first heading. */
  title: string | null;
  level: number;
  bullets: { blockId: string; progress: BulletProgress }[];
  /** Claims anywhere in the section, for those without bullets. */
  claims: number;
  settled: number;
}

/** The article's sections with the progress of each: what the outline draws. Linear in blocks and claims. */
export function outlineOf(
  blocks: readonly Block[],
  { claims, dismissals }: Pick<WorkbenchState, "claims" | "dismissals">,
): OutlineSection[] {
  const placed = placedOf(claims);
  const places = placed.map(({ anchor }) => anchor);
  const states = bulletStates(blocks, places, dismissals.values());
  const tallies = talliesByBlock(placed);
  return sectionsOf(blocks).flatMap(({ heading, blocks: inside }) => {
    const first = heading ?? inside[0];
    if (!first) return [];
    const own = (heading ? [heading, ...inside] : inside).map(({ id }) => tallies.get(id) ?? NO_CLAIMS);
    const bullets = inside.flatMap(({ id }) => {
      const state = states.get(id);
      if (!state) return [];
      const isSettledNow = state === "claimed" && isDone(tallies.get(id));
      return [{ blockId: id, progress: isSettledNow ? ("settled" as const) : state }];
    });
    return [
      {
        blockId: first.id,
        title: heading?.text ?? null,
        level: heading?.level ?? 2,
        bullets,
        claims: sum(own.map((tally) => tally.claims)),
        settled: sum(own.map((tally) => tally.settled)),
      },
    ];
  });
}

interface Tally {
  claims: number;
  settled: number;
}

const NO_CLAIMS: Tally = { claims: 0, settled: 0 };
const isDone = (tally: Tally | undefined) => tally !== undefined && tally.settled === tally.claims;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function talliesByBlock(claims: ReturnType<typeof placedOf<ClaimSummary>>): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const claim of claims) {
    const tally = tallies.get(claim.anchor.blockId) ?? { claims: 0, settled: 0 };
    tally.claims += 1;
    if (isSettled(claim)) tally.settled += 1;
    tallies.set(claim.anchor.blockId, tally);
  }
  return tallies;
}

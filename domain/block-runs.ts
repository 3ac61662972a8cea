import type { Block } from "./block.ts";

/** Blocks that stand together: the items of a list, the cells of one table, footnotes; every other block alone. */
export type BlockRun = [Block, ...Block[]];

export function blockRuns(blocks: readonly Block[]): BlockRun[] {
  const runs: BlockRun[] = [];
  for (const block of blocks) {
    const open = runs.at(-1);
    if (open && standTogether(open[0], block)) open.push(block);
    else runs.push([block]);
  }
  return runs;
}

function standTogether(first: Block, next: Block): boolean {
  if (first.kind !== next.kind) return false;
  if (first.kind === "cell") return first.details?.cell?.table === next.details?.cell?.table;
  return first.kind === "bullet" || first.kind === "footnote";
}

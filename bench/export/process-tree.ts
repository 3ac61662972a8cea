import { parentOf, processIds, textOf } from "../proc-files.ts";

/**
 * Megabytes that process `root` and its descendants use now, shared pages counted once in all (PSS). Linux only: NaN
 * elsewhere.
 */
export function treeMemory(root: number): number {
  const parents = parentsOf();
  if (parents.size === 0) return Number.NaN;
  const isInside = (id: number): boolean =>
    id === root || (parents.has(id) && isInside(parents.get(id) ?? 0));
  return [...parents.keys()].filter(isInside).reduce((sum, id) => sum + megabytesOf(id), 0);
}

function parentsOf(): Map<number, number> {
  const known = processIds().map((id): [number, number] => [id, parentOf(id)]);
  return new Map(known.filter(([, parent]) => !Number.isNaN(parent)));
}

const megabytesOf = (id: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024;

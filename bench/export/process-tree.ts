import { readdirSync, readFileSync } from "node:fs";

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
  const parents = new Map<number, number>();
  for (const name of listed("/proc").filter((entry) => /^\d+$/.test(entry))) {
    // The name in brackets may hold spaces and brackets itself: what follows the last one is fixed.
    const fields = textOf(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ");
    if (fields?.[1]) parents.set(Number(name), Number(fields[1]));
  }
  return parents;
}

const megabytesOf = (id: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024;

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty for a process that has ended between being listed and being read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

import { readdirSync, readFileSync } from "node:fs";

/** The ids of all processes. Linux only: none elsewhere. */
export const processIds = (): number[] =>
  listed("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Whose child process `id` is; NaN for one that has ended. */
export function parentOf(id: number): number {
  // The name in brackets may hold spaces and brackets itself: what follows the last one is fixed.
  return Number(textOf(`/proc/${id}/stat`).split(") ").at(-1)?.split(" ")[1] ?? Number.NaN);
}

/** Empty for a process that has ended between being listed and being read. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

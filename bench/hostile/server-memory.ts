import { readdirSync, readFileSync } from "node:fs";

/** Megabytes that the web server started by process `root` holds, all of its threads together. Linux only: NaN elsewhere. */
export function serverMemory(root: number): number {
  const server = servers().find(({ id }) => isBelow(id, root));
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(server ? textOf(`/proc/${server.id}/status`) : "")?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
}

function servers(): { id: number }[] {
  return listed("/proc")
    .filter((name) => /^\d+$/.test(name) && /\bserver\.ts\b/.test(textOf(`/proc/${name}/cmdline`)))
    .map((name) => ({ id: Number(name) }));
}

function isBelow(id: number, root: number): boolean {
  if (id === root) return true;
  // The name in brackets may hold spaces and brackets itself: what follows the last one is fixed.
  const parent = Number(textOf(`/proc/${id}/stat`).split(") ").at(-1)?.split(" ")[1] ?? 0);
  return parent > 1 && isBelow(parent, root);
}

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

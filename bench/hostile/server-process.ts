import { readdirSync, readFileSync } from "node:fs";

/** The web server that process `root` started. Linux only: NaN for what it holds and did elsewhere. */
export class ServerProcess {
  readonly #id: number | undefined;

  constructor(root: number) {
    this.#id = serverIds().find((id) => isBelow(id, root));
  }

  /** Megabytes that it holds, all of its threads together. */
  memory(): number {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${this.#id}/status`))?.[1];
    return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
  }

  /**
   * What the thread that answers everybody has worked since the beginning, and what it waited for a core because others
   * had it; in milliseconds.
   */
  mainThread(): { worked: number; waited: number } {
    const [worked, waited] = textOf(`/proc/${this.#id}/task/${this.#id}/schedstat`).split(" ");
    return { worked: Number(worked ?? Number.NaN) / 1e6, waited: Number(waited ?? Number.NaN) / 1e6 };
  }
}

const serverIds = (): number[] =>
  listed("/proc")
    .filter((name) => /^\d+$/.test(name) && /\bserver\.ts\b/.test(textOf(`/proc/${name}/cmdline`)))
    .map(Number);

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

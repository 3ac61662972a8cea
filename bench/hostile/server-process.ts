import { parentOf, processIds, textOf } from "../proc-files.ts";

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
  processIds().filter((id) => /\bserver\.ts\b/.test(textOf(`/proc/${id}/cmdline`)));

function isBelow(id: number, root: number): boolean {
  if (id === root) return true;
  const parent = parentOf(id);
  return parent > 1 && isBelow(parent, root);
}

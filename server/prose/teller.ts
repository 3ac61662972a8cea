import { tellProse } from "#server/commands/tell-prose.ts";
import { log } from "#server/log.ts";
import { readUntoldClaims } from "#server/reads/prose.ts";
import type { ProseTiming } from "./timing.ts";

/**
 * Tells the log what was written once the writing rests, and now and then while it does not. What an instance was
 * killed over is told by another one that looks for it.
 */
export class Teller {
  readonly #timing: ProseTiming;
  readonly #due = new Map<string, { first: number; timer: ReturnType<typeof setTimeout> }>();
  readonly #telling = new Set<Promise<void>>();
  readonly #sweeping: ReturnType<typeof setInterval>;

  constructor(timing: ProseTiming) {
    this.#timing = timing;
    this.#sweeping = setInterval(() => void this.#sweep(), timing.sweep * (0.8 + Math.random() * 0.4));
  }

  /** Something of this claim was stored just now. */
  wrote(claimId: string): void {
    const { rest, latest } = this.#timing;
    const before = this.#due.get(claimId);
    clearTimeout(before?.timer);
    const first = before?.first ?? Date.now();
    const delay = Math.max(0, Math.min(rest, first + latest - Date.now()));
    this.#due.set(claimId, { first, timer: setTimeout(() => this.#tell(claimId), delay) });
  }

  /** Tells all that waits, and nothing afterwards. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    for (const [claimId, { timer }] of this.#due) {
      clearTimeout(timer);
      this.#tell(claimId, { atOnce: true });
    }
    await Promise.all(this.#telling);
  }

  #tell(claimId: string, { atOnce = false } = {}): void {
    this.#due.delete(claimId);
    const { rest: ms, latest } = this.#timing;
    const told = tellProse({ claimId, ...(!atOnce && { rest: { ms, latest } }) })
      .catch((error: unknown) => log().error({ err: error, claimId }, "cannot tell of prose"))
      .finally(() => this.#telling.delete(told));
    this.#telling.add(told);
  }

  /** Whoever wrote would have told long ago. Two instances that find the same one tell once: the claim is locked. */
  async #sweep(): Promise<void> {
    try {
      const { latest, sweep } = this.#timing;
      for (const claimId of await readUntoldClaims(new Date(Date.now() - latest - sweep))) {
        if (!this.#due.has(claimId)) this.#tell(claimId);
      }
    } catch (error) {
      log().error({ err: error }, "cannot look for untold prose");
    }
  }
}

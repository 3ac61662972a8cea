import { setTimeout as pause } from "node:timers/promises";
import { log } from "#server/log.ts";

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Work that can be asked for at any moment and is done by one at a time: asked again while under way, it is done once
 * more afterwards; failing, it is tried again with growing pauses until it succeeds. So what was asked for is never lost.
 */
export class Retried {
  readonly #name: string;
  readonly #work: () => Promise<void>;
  readonly #closing = new AbortController();
  #isDue = false;
  #running: Promise<void> | null = null;

  /** @param name what operators read where it fails: "cannot <name>" */
  constructor(name: string, work: () => Promise<void>) {
    this.#name = name;
    this.#work = work;
  }

  /** Answers when what was due now is done, or given up by `close`. Never rejects. */
  ask(): Promise<void> {
    this.#isDue = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Lets what is under way end; nothing is begun any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    let failures = 0;
    while (this.#isDue && !signal.aborted) {
      this.#isDue = false;
      try {
        await this.#work();
        failures = 0;
      } catch (error) {
        failures += 1;
        this.#isDue = true;
        log().error({ err: error, failures }, `cannot ${this.#name}`);
        await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures), undefined, { signal }).catch(
          () => {},
        );
      }
    }
  }
}

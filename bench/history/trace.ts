const KEPT = 80;

/** What happened in a run, so that a failure can be read. Keeps the last lines only. */
export class Trace {
  readonly #began = performance.now();
  readonly #lines: string[] = [];

  say(who: string, what: string): void {
    const at = ((performance.now() - this.#began) / 1000).toFixed(3);
    this.#lines.push(`${at} ${who}: ${what}`);
    if (this.#lines.length > KEPT) this.#lines.shift();
  }

  toString(): string {
    return this.#lines.join("\n");
  }
}

import type { Whereabouts } from "#domain/presence.ts";

/** Changes closer together than this are told as one, in milliseconds: `j` held down passes ten claims a second. */
const PAUSE_MS = 300;

/** Tells where the person is: the first change at once, what follows closely as one, and nothing twice. */
export class WhereaboutsSender {
  readonly #send: (whereabouts: Whereabouts) => void;
  #now: Whereabouts = { claimId: null, field: null, idle: false };
  #told: Whereabouts | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (whereabouts: Whereabouts) => void) {
    this.#send = send;
  }

  change(change: Partial<Whereabouts>): void {
    this.#now = { ...this.#now, ...change };
    if (this.#timer === undefined) this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell() {
    if (this.#told && isSamePlace(this.#told, this.#now)) return;
    this.#told = this.#now;
    this.#send(this.#now);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, PAUSE_MS);
  }
}

const isSamePlace = (a: Whereabouts, b: Whereabouts): boolean =>
  a.claimId === b.claimId && a.field === b.field && a.idle === b.idle;

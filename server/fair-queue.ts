/** How many may be at work and wait, in all and of one person. */
export interface Places {
  /** How many are at work at the same time. */
  atWork: number;
  /** How many of them may be one person's. */
  atWorkOfEach: number;
  waiting: number;
  waitingOfEach: number;
}

/** Why nobody may wait any more: the person has as many waiting as one may, or everybody together has. */
export type Full = "own" | "all";

/** Gives a place back; a second call does nothing. */
export type Release = () => void;

interface Waiting {
  person: string;
  start: (release: Release) => void;
}

/**
 * Hands out places at work so that nobody waits for all that one other person has sent: whoever was given a place
 * longest ago comes first, and of one person the first that came.
 */
export class FairQueue {
  readonly #places: Places;
  #waiting: Waiting[] = [];
  readonly #atWork = new Map<string, number>();
  /** When each person who waits or works was given a place last, in places given; 0 for not yet. */
  readonly #served = new Map<string, number>();
  #given = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get atWork(): number {
    return [...this.#atWork.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Why `person` could not wait now; null where they could, or need not. */
  fullFor(person: string): Full | null {
    if (this.#mayBegin(person)) return null;
    const own = this.#waiting.filter((one) => one.person === person).length;
    if (own >= this.#places.waitingOfEach) return "own";
    return this.#waiting.length >= this.#places.waiting ? "all" : null;
  }

  /**
   * Resolves with the way to give the place back once it is `person`'s turn. Ask `fullFor` first: nobody is turned away
   * here. Rejects with the signal's reason where that is aborted before.
   */
  take(person: string, signal: AbortSignal): Promise<Release> {
    return new Promise((done, fail) => {
      const waiting: Waiting = {
        person,
        start: (release) => {
          signal.removeEventListener("abort", leave);
          done(release);
        },
      };
      const leave = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        fail(signal.reason);
      };
      if (signal.aborted) return fail(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  #mayBegin(person: string): boolean {
    return this.atWork < this.#places.atWork && (this.#atWork.get(person) ?? 0) < this.#places.atWorkOfEach;
  }

  #next(): void {
    for (let next = this.#nextOne(); next; next = this.#nextOne()) {
      const { person, start } = next;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#given += 1;
      this.#served.set(person, this.#given);
      this.#atWork.set(person, (this.#atWork.get(person) ?? 0) + 1);
      start(this.#releaseOf(person));
    }
  }

  #nextOne(): Waiting | undefined {
    let best: Waiting | undefined;
    for (const one of this.#waiting) {
      if (!this.#mayBegin(one.person)) continue;
      if (!best || this.#servedAt(one.person) < this.#servedAt(best.person)) best = one;
    }
    return best;
  }

  #servedAt(person: string): number {
    return this.#served.get(person) ?? 0;
  }

  #releaseOf(person: string): Release {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.#atWork.get(person) ?? 1) - 1;
      if (left > 0) this.#atWork.set(person, left);
      else this.#atWork.delete(person);
      this.#next();
      this.#forget(person);
    };
  }

  /** Whoever neither works nor waits is as good as new. */
  #forget(person: string): void {
    if (!this.#atWork.has(person) && !this.#waiting.some((one) => one.person === person))
      this.#served.delete(person);
  }
}

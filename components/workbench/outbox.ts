import { retryDelay } from "#components/claim/autosave.ts";

/** Something to be told to the server about one subject; a later letter about it takes an earlier one's place. */
export interface Letter {
  key: string;
}

/** Where letters outlive the page. May do nothing: a browser that stores nothing costs the safety net only. */
export interface LetterStorage<Kind extends Letter> {
  read: () => Kind[];
  write: (letter: Kind) => void;
  remove: (key: string) => void;
}

/** What became of a letter that the server did not refuse. */
export type Delivery<Answer> = { kind: "delivered"; answer: Answer } | { kind: "superseded" };

interface Parcel<Kind, Answer> {
  letter: Kind;
  resolve: (delivery: Delivery<Answer>) => void;
  reject: (error: unknown) => void;
}

/**
 * Sends what a person did and keeps it while the server can't be reached. Letters about one subject are sent one after
 * another: what takes an act back must not overtake the act. Every letter must be one that may arrive twice.
 */
export class Outbox<Kind extends Letter, Answer> {
  readonly #deliver: (letter: Kind) => Promise<Answer>;
  readonly #isPassing: (error: unknown) => boolean;
  readonly #storage: LetterStorage<Kind>;
  readonly #waiting = new Map<string, Parcel<Kind, Answer>>();
  readonly #underWay = new Map<string, Parcel<Kind, Answer>>();
  readonly #listeners = new Set<() => void>();
  #late: ReadonlySet<string> = new Set();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isPassing` tells an error that may be gone at the next try from a refusal. */
  constructor(options: {
    deliver: (letter: Kind) => Promise<Answer>;
    isPassing: (error: unknown) => boolean;
    storage: LetterStorage<Kind>;
  }) {
    this.#deliver = options.deliver;
    this.#isPassing = options.isPassing;
    this.#storage = options.storage;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The subjects of letters that a try did not bring to the server. The same object while they are the same. */
  get late(): ReadonlySet<string> {
    return this.#late;
  }

  /** Whether anything about the subject has not been answered yet. */
  has(key: string): boolean {
    return this.#waiting.has(key) || this.#underWay.has(key);
  }

  /** Letters that an earlier life of the page could not send. */
  stored(): Kind[] {
    return this.#storage.read();
  }

  /** Sends `letter` as soon as that can be done. Rejects with the server's refusal, and never for want of a server. */
  post(letter: Kind): Promise<Delivery<Answer>> {
    this.#waiting.get(letter.key)?.resolve({ kind: "superseded" });
    this.#storage.write(letter);
    return new Promise((resolve, reject) => {
      this.#waiting.set(letter.key, { letter, resolve, reject });
      void this.#send(letter.key);
    });
  }

  /** Tries everything that waits at once. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all([...this.#waiting.keys()].map((key) => this.#send(key)));
  }

  async #send(key: string): Promise<void> {
    const parcel = this.#waiting.get(key);
    if (!parcel || this.#underWay.has(key)) return;
    this.#waiting.delete(key);
    this.#underWay.set(key, parcel);
    const isToBeTriedAgain = await this.#try(parcel);
    this.#underWay.delete(key);
    if (isToBeTriedAgain && !this.#waiting.has(key)) {
      this.#waiting.set(key, parcel);
      this.#setLate(key, true);
      return this.#tryLater();
    }
    if (isToBeTriedAgain) parcel.resolve({ kind: "superseded" });
    if (this.#waiting.has(key)) return await this.#send(key);
    this.#storage.remove(key);
    this.#setLate(key, false);
  }

  async #try({ letter, resolve, reject }: Parcel<Kind, Answer>): Promise<boolean> {
    try {
      resolve({ kind: "delivered", answer: await this.#deliver(letter) });
      this.#failures = 0;
      return false;
    } catch (error) {
      if (this.#isPassing(error)) return true;
      reject(error);
      return false;
    }
  }

  #tryLater(): void {
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), retryDelay(this.#failures));
  }

  #setLate(key: string, isLate: boolean): void {
    if (this.#late.has(key) === isLate) return;
    const late = new Set(this.#late);
    if (isLate) late.add(key);
    else late.delete(key);
    this.#late = late;
    for (const listener of this.#listeners) listener();
  }
}

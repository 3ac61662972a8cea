import type { Entry } from "./entry.ts";
import { apply, type Entries, type Operation } from "./queue.ts";
import { type Kept, memoryStorage, type QueueStorage, type Unreadable } from "./queue-storage.ts";

/** How long a browser may take to open its database, in milliseconds; one that takes longer keeps nothing. */
const PATIENCE = 10_000;

/**
 * The queue as this tab sees it: what is kept, and on top of it what this tab did and is still being written down. So
 * a person sees their deed at once, and what another tab wrote meanwhile is never overwritten.
 */
export class KeptQueue {
  readonly #onChange: (isOwn: boolean) => void;
  /** Null until the browser's own has opened: what is done before is held and then written. */
  #storage: QueueStorage | null = null;
  #base: Entries = [];
  #entries: Entries = [];
  #unreadable: readonly Unreadable[] = [];
  readonly #pending: Operation[] = [];
  #writing: Promise<void> | null = null;
  #isLasting = true;

  constructor(onChange: (isOwn: boolean) => void) {
    this.#onChange = onChange;
  }

  /** In the order of their turns. The same object while nothing changed; an entry that did not change is the same. */
  get entries(): Entries {
    return this.#entries;
  }

  get unreadable(): readonly Unreadable[] {
    return this.#unreadable;
  }

  /** False where the browser stores nothing: what is unsent is lost with the page. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /** True while something done here is not written down yet. */
  get isWriting(): boolean {
    return this.#pending.length > 0;
  }

  /** Takes over what is kept. */
  async open(storage: Promise<QueueStorage>): Promise<void> {
    this.#writing = inTime(storage)
      .then(async (opened) => {
        this.#storage = opened;
        this.#took(await opened.read());
      })
      .catch(() => this.#giveUpStoring());
    await this.#writing;
    this.#writing = null;
    this.#onChange(false);
    await this.write();
  }

  perform(operation: Operation): void {
    this.#pending.push(operation);
    this.#entries = apply(this.#entries, operation);
    this.#onChange(true);
    void this.write();
  }

  /** Resolves when everything that was performed is written down. */
  async write(): Promise<void> {
    while (this.#writing || (this.#storage && this.#pending.length > 0)) {
      this.#writing ??= this.#writeOnce(this.#storage);
      await this.#writing;
    }
  }

  /** Looks at what other tabs wrote. */
  async reload(): Promise<void> {
    await this.write();
    try {
      if (this.#storage) this.#took(await this.#storage.read());
    } catch {
      this.#giveUpStoring();
    }
    this.#onChange(false);
  }

  /** Forgets all of it here. What stands in the browser is for others to delete; what is done from now on is kept. */
  clear(): void {
    this.#pending.length = 0;
    this.#base = [];
    this.#entries = [];
    this.#unreadable = [];
    this.#onChange(false);
  }

  async forget(id: string): Promise<void> {
    await this.#storage?.forget(id);
    await this.reload();
  }

  async #writeOnce(storage: QueueStorage | null): Promise<void> {
    const batch = [...this.#pending];
    try {
      if (storage && batch.length > 0) {
        const kept = await storage.change((entries) => batch.reduce(apply, entries));
        this.#pending.splice(0, batch.length);
        this.#took(kept);
      }
    } catch {
      this.#giveUpStoring();
    }
    this.#writing = null;
  }

  #took({ entries, unreadable }: Kept): void {
    this.#base = sameWhereSame(this.#entries, entries);
    this.#unreadable = unreadable;
    this.#entries = sameWhereSame(this.#entries, this.#pending.reduce(apply, this.#base));
  }

  /** The disk is full, or the database was taken away: from here on memory has to do. */
  #giveUpStoring(): void {
    this.#isLasting = false;
    this.#storage = memoryStorage(this.#base);
  }
}

/** Some browsers never answer where they store nothing; work must not wait for them. */
function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The browser does not open its database")), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** `next` with the objects of `previous` for all entries that are as they were. */
function sameWhereSame(previous: Entries, next: Entries): Entries {
  const known = new Map(previous.map((entry) => [entry.id, entry]));
  const same = next.map((entry) => {
    const old = known.get(entry.id);
    return old && isSame(old, entry) ? old : entry;
  });
  return same.length === previous.length && same.every((entry, at) => entry === previous[at])
    ? previous
    : same;
}

/** An id's deed changes in nothing but its version. */
const isSame = (a: Entry, b: Entry): boolean =>
  a.turn === b.turn &&
  a.tries === b.tries &&
  a.faults === b.faults &&
  a.restsUntil === b.restsUntil &&
  a.doubts.length === b.doubts.length &&
  a.state.name === b.state.name &&
  refusedAt(a) === refusedAt(b) &&
  versionIn(a) === versionIn(b);

const refusedAt = ({ state }: Entry): string | null => (state.name === "refused" ? state.refusal.at : null);
const versionIn = ({ deed }: Entry): number | null => ("version" in deed ? deed.version : null);

import { uuidv7 } from "uuidv7";
import { Listeners } from "#components/ui/listeners.ts";
import { chainOf, type Deed, subjectOf } from "./deed.ts";
import type { Answer, Outcome } from "./deliver.ts";
import { type Entry, isRefused, type RefusalNote } from "./entry.ts";
import { KeptQueue } from "./kept-queue.ts";
import { keptRefusal } from "./over-theirs.ts";
import { versionAfterOwnEcho } from "./own-echo.ts";
import { dependentsOf, type Entries, hasBegun, nextRestEnds, nextToSend } from "./queue.ts";
import type { QueueStorage, Unreadable } from "./queue-storage.ts";
import { retryDelay } from "./retry-delay.ts";
import type { TabMessage, Tabs } from "./tabs.ts";

/** A deed about to be done. `about`: what it concerns, in words (the passage, the bullet, the source's title). */
export interface NewDeed {
  articleId: string;
  about: string;
  deed: Deed;
}

export interface QueueOptions {
  storage: () => Promise<QueueStorage>;
  deliver: (entry: Entry) => Promise<Outcome>;
  tabs: (onMessage: (message: TabMessage) => void) => Tabs;
  clock?: () => number;
}

/** A server that breaks over a deed so often, breaks over it always: a person is told. */
const MAX_FAULTS = 6;

/**
 * Everything that a member did and the server has not answered, for all articles and tabs of this browser. A deed is
 * written down before it is sent, sent in its order, sent again until it is answered, and kept for a decision where it
 * was refused. One tab sends at a time.
 */
export class DeedQueue {
  readonly #options: Required<QueueOptions>;
  readonly #kept: KeptQueue;
  readonly #listeners = new Listeners();
  readonly #answerHandlers = new Set<(entry: Entry, answer: Answer) => void>();
  readonly #signedInHandlers = new Set<() => void>();
  readonly #refusalHandlers = new Set<(entry: Entry) => void>();
  /** Deeds whose end somebody waits for, who will tell of it. */
  readonly #attended = new Set<string>();
  #tabs: Tabs | null = null;
  #bySubject: { of: Entries; map: Map<string, Entry> } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  #isSignedOut = false;
  #failures = 0;
  #pauseUntil = 0;
  #lastTurn = 0;

  constructor(options: QueueOptions) {
    this.#options = { clock: Date.now, ...options };
    this.#kept = new KeptQueue((isOwn) => this.#changed(isOwn));
  }

  /** Opens what is kept in this browser and begins to send. */
  async start(): Promise<void> {
    this.#tabs ??= this.#options.tabs((message) => this.#heard(message));
    await this.#kept.open(this.#options.storage());
    // Whoever was typing what is kept is gone.
    this.release();
    this.#schedule();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#tabs?.close();
    this.#tabs = null;
  }

  readonly subscribe = this.#listeners.subscribe;

  /** Hears each answer, whichever tab sent the deed, while the entry still stands. */
  onAnswer = (handler: (entry: Entry, answer: Answer) => void): (() => void) => {
    this.#answerHandlers.add(handler);
    return () => this.#answerHandlers.delete(handler);
  };

  /** Hears of each refusal once, when it comes. */
  onRefusal = (handler: (entry: Entry) => void): (() => void) => {
    this.#refusalHandlers.add(handler);
    return () => this.#refusalHandlers.delete(handler);
  };

  /** Hears that this browser has a session of the member again. */
  onSignedIn = (handler: () => void): (() => void) => {
    this.#signedInHandlers.add(handler);
    return () => this.#signedInHandlers.delete(handler);
  };

  /** All that is unsent or refused, in order. The same object while nothing changed. */
  get entries(): Entries {
    return this.#kept.entries;
  }

  get unreadable(): readonly Unreadable[] {
    return this.#kept.unreadable;
  }

  get isLasting(): boolean {
    return this.#kept.isLasting;
  }

  /** True while something done here could still be lost with the page. */
  get isAtRisk(): boolean {
    return this.#kept.isWriting || (!this.isLasting && this.entries.length > 0);
  }

  /** True while something waits and the last try found no server. */
  get isUnreachable(): boolean {
    return this.#failures > 0 && this.entries.some((entry) => !isRefused(entry));
  }

  /** True once the server said that this person is not signed in any more: nothing is sent until they are. */
  get isSignedOut(): boolean {
    return this.#isSignedOut;
  }

  /** The last deed on a subject (`subjectOf`) that is not done; null without one. */
  on(subject: string): Entry | null {
    if (this.#bySubject?.of !== this.entries) {
      const map = new Map<string, Entry>();
      for (const entry of this.entries) {
        const own = subjectOf(entry.deed);
        if (own !== null) map.set(own, entry);
      }
      this.#bySubject = { of: this.entries, map };
    }
    return this.#bySubject.map.get(subject) ?? null;
  }

  /** Takes a deed in; it is sent `rest` milliseconds from now at the earliest. */
  add({ articleId, about, deed }: NewDeed, rest = 0): Entry {
    const now = this.#options.clock();
    const entry: Entry = {
      id: uuidv7(),
      turn: this.#nextTurn(now),
      articleId,
      about,
      at: new Date(now).toISOString(),
      deed,
      state: { name: "waiting" },
      tries: 0,
      faults: 0,
      restsUntil: rest > 0 ? now + rest : 0,
      doubts: [],
    };
    this.#kept.perform({ kind: "add", entry });
    return entry;
  }

  /** Tries a refused deed again. */
  retry(id: string): void {
    this.#kept.perform({ kind: "retry", id, turn: this.#nextTurn(this.#options.clock()) });
  }

  /** Gives a deed up, and with it what can't be done without it (`dependentsOf`). */
  discard(id: string): void {
    const ids = [id, ...dependentsOf(this.entries, id).map((entry) => entry.id)];
    this.#kept.perform({ kind: "discard", ids });
  }

  /** Gives everything up, in all tabs. For one who signs out so. */
  throwAway(): void {
    this.#tabs?.tell({ type: "thrownAway" });
    this.#kept.clear();
    this.stop();
  }

  async forgetUnreadable(id: string): Promise<void> {
    await this.#kept.forget(id);
  }

  /** Sends what rests without waiting any longer: of a claim, or everything. */
  release(claimId: string | null = null): void {
    const chain = claimId === null ? null : `claim:${claimId}`;
    const isResting = this.entries.some(
      ({ deed, restsUntil }) => restsUntil > 0 && (chain === null || chainOf(deed) === chain),
    );
    if (isResting) this.#kept.perform({ kind: "release", chain });
  }

  /** There may be a server, or a session, again: tries at once. */
  wake = (): void => {
    this.#pauseUntil = 0;
    this.#isSignedOut = false;
    this.release();
    this.#schedule();
  };

  /** The server ended this page's session: nothing is sent until there is one again. */
  signedOut = (): void => {
    this.#isSignedOut = true;
    this.#listeners.tell();
  };

  /** This page knows of a session of the member: here, and in tabs whose own ended, what waits is sent by it. */
  signedIn = (): void => {
    this.#tabs?.tell({ type: "signedIn" });
    this.#resume();
  };

  /**
   * Resolves when none of the entries that `concerns` picks waits any more, or when no server is to be had.
   * Refused ones do not count: they wait for a person.
   */
  async flushed(concerns: (entry: Entry) => boolean = () => true): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        const waits = this.entries.some((entry) => entry.state.name !== "refused" && concerns(entry));
        if (waits && !this.isUnreachable && !this.isSignedOut) return;
        stop();
        resolve();
      };
      const stop = this.subscribe(look);
      look();
    });
  }

  /**
   * What becomes of a deed within `patience` milliseconds, for a form that stays open so long. Who asks tells of a
   * refusal; it is handed back here and no longer in the queue.
   */
  async outcome(id: string, patience: number): Promise<"done" | "waiting" | RefusalNote> {
    this.#attended.add(id);
    await new Promise<void>((resolve) => {
      const look = () => {
        const entry = this.entries.find((other) => other.id === id);
        const isOver = !entry || isRefused(entry) || this.isUnreachable || this.isSignedOut;
        if (isOver) end();
      };
      const timer = setTimeout(() => end(), patience);
      const stop = this.subscribe(look);
      const end = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      look();
    });
    this.#attended.delete(id);
    const entry = this.entries.find((other) => other.id === id);
    if (!entry) return "done";
    if (entry.state.name !== "refused") return "waiting";
    this.discard(id);
    return entry.state.refusal;
  }

  #nextTurn(now: number): number {
    const last = this.entries.at(-1)?.turn ?? 0;
    this.#lastTurn = Math.max(now, last + 1, this.#lastTurn + 1);
    return this.#lastTurn;
  }

  #changed(isOwn: boolean): void {
    this.#listeners.tell();
    if (!this.#tabs) return;
    if (isOwn) void this.#kept.write().then(() => this.#tabs?.tell({ type: "changed" }));
    this.#schedule();
  }

  #resume(): void {
    this.wake();
    for (const handler of this.#signedInHandlers) handler();
  }

  #heard(message: TabMessage): void {
    if (message.type === "signedIn") this.#resume();
    if (message.type === "answered" || message.type === "refused") this.#foundServer();
    if (message.type === "changed") void this.#kept.reload();
    if (message.type === "thrownAway") this.#kept.clear();
    if (message.type === "answered") {
      for (const handler of this.#answerHandlers) handler(message.entry, message.answer);
    }
    if (message.type === "refused") for (const handler of this.#refusalHandlers) handler(message.entry);
  }

  /** There is a server: another tab has heard of it, or this one. */
  #foundServer(): void {
    this.#failures = 0;
    this.#pauseUntil = 0;
  }

  /** Sends now, or when the next thing may be sent. */
  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isSending || this.#isSignedOut || !this.#tabs) return;
    const now = this.#options.clock();
    const isReady = hasBegun(this.entries) || nextToSend(this.entries, now) !== null;
    const ready = isReady ? now : nextRestEnds(this.entries);
    if (ready === null) return;
    const wait = Math.max(ready, this.#pauseUntil) - now;
    if (wait <= 0) void this.#sendAll();
    else this.#timer = setTimeout(() => this.#schedule(), wait);
  }

  async #sendAll(): Promise<void> {
    const tabs = this.#tabs;
    if (!tabs || this.#isSending) return;
    this.#isSending = true;
    try {
      await tabs.alone(async () => {
        await this.#kept.reload();
        if (hasBegun(this.entries)) this.#kept.perform({ kind: "recover" });
        for (let isGoing = true; isGoing; ) {
          const entry = this.#tabs ? nextToSend(this.entries, this.#options.clock()) : null;
          isGoing = entry !== null && (await this.#send(entry.id));
        }
      });
    } finally {
      this.#isSending = false;
      this.#schedule();
    }
  }

  /** Answers whether the next one may be sent at once. */
  async #send(id: string): Promise<boolean> {
    this.#kept.perform({ kind: "start", id });
    await this.#kept.write();
    const entry = this.entries.find((other) => other.id === id);
    if (!entry) return true;
    const outcome = await this.#options.deliver(entry);
    const isGoing = this.#takeIn(entry, outcome);
    await this.#kept.write();
    return isGoing;
  }

  #takeIn(entry: Entry, outcome: Outcome): boolean {
    const { id } = entry;
    if (outcome.kind !== "unreachable") this.#foundServer();
    switch (outcome.kind) {
      case "answered":
        for (const handler of this.#answerHandlers) handler(entry, outcome.answer);
        this.#tabs?.tell({ type: "answered", entry, answer: outcome.answer });
        this.#kept.perform({ kind: "answer", id, version: outcome.answer.version });
        return true;
      case "refused": {
        const version = versionAfterOwnEcho(entry, outcome.refusal);
        if (version !== null) this.#kept.perform({ kind: "rebase", id, version });
        else this.#refuse(entry, outcome.refusal);
        return true;
      }
      case "fault": {
        const now = this.#options.clock();
        const wait = outcome.wait ?? retryDelay(entry.faults + 1);
        if (outcome.wait === null && entry.faults + 1 >= MAX_FAULTS) {
          const at = new Date(now).toISOString();
          this.#refuse(entry, { code: "INTERNAL", message: "", data: null, at });
        } else
          this.#kept.perform({ kind: "fail", id, isFault: outcome.wait === null, restsUntil: now + wait });
        return true;
      }
      case "unreachable":
        this.#failures += 1;
        this.#pauseUntil = this.#options.clock() + retryDelay(this.#failures);
        this.#kept.perform({ kind: "fail", id, isFault: false, restsUntil: 0 });
        return false;
      case "signedOut":
        this.#isSignedOut = true;
        this.#kept.perform({ kind: "fail", id, isFault: false, restsUntil: 0 });
        return false;
    }
  }

  #refuse(entry: Entry, refusal: RefusalNote): void {
    const refused: Entry = { ...entry, state: { name: "refused", refusal } };
    this.#kept.perform({ kind: "refuse", id: entry.id, refusal: keptRefusal(entry.deed, refusal) });
    // Superseded by something newer: then that one will be told.
    if (!this.entries.some(({ id }) => id === entry.id)) return;
    if (this.#attended.has(entry.id)) return;
    for (const handler of this.#refusalHandlers) handler(refused);
    this.#tabs?.tell({ type: "refused", entry: refused });
  }
}

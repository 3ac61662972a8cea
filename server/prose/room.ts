import { setTimeout as pause } from "node:timers/promises";
import type { Connection, Document } from "@hocuspocus/server";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { MAX_PROSE_BYTES, MAX_PROSE_ITEMS } from "#domain/prose.ts";
import { writersWith } from "#server/claim-prose.ts";
import { storeProse } from "#server/commands/store-prose.ts";
import { log } from "#server/log.ts";
import { readProseState } from "#server/reads/prose.ts";
import { itemsOf } from "./items.ts";
import type { ProseTiming } from "./timing.ts";

/** Where changes come from that no page of this instance made: another instance, or the database. */
export const ELSEWHERE = "elsewhere";
export const DATABASE = "database";

const LONGEST_PAUSE = 30_000;

interface Parts {
  claimId: string;
  document: Document;
  timing: ProseTiming;
  /** New words of this room are in the database. */
  onStored: () => void;
  /** All of this room is in the database. */
  onClean: () => void;
}

/**
 * One open document and its way into the database. What people write is stored within half a second; what fails is
 * tried until it succeeds, and a room is never given up before. What other instances write is theirs to store, and is
 * stored here only where they did not.
 */
export class Room {
  readonly claimId: string;
  readonly document: Document;
  readonly #parts: Parts;
  #writers: string[] = [];
  #isDirty = false;
  #failures = 0;
  #timer: { run: ReturnType<typeof setTimeout>; at: number } | null = null;
  #storing: Promise<void> | null = null;
  #reloading: Promise<void> | null = null;
  #isReloadDue = false;
  #bytes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.claimId = parts.claimId;
    this.document = parts.document;
  }

  /** All that is here is in the database. */
  get isClean(): boolean {
    return !this.#isDirty && this.#storing === null;
  }

  /** Storing did not succeed at the last try. */
  get isFailing(): boolean {
    return this.#failures > 0;
  }

  /** The document has all the room there is for one: nobody can write into it any more. */
  get isFull(): boolean {
    return this.#bytes > MAX_PROSE_BYTES || itemsOf(this.document) > MAX_PROSE_ITEMS;
  }

  /** Somebody wrote: on a page of this instance, or of another one. */
  changed(writers: readonly string[], update: Uint8Array, by: "here" | "elsewhere"): void {
    this.#writers = writersWith(this.#writers, writers);
    this.#isDirty = true;
    const { store, storeForOthers } = this.#parts.timing;
    this.#schedule(by === "here" ? store : storeForOthers);
    this.#weigh(update);
  }

  /** Answers when everything that is here now is in the database, or when `signal` ends the waiting. */
  async flush(signal?: AbortSignal): Promise<void> {
    const ended = new Promise<void>((done) =>
      signal?.addEventListener("abort", () => done(), { once: true }),
    );
    while (!this.isClean && !signal?.aborted) {
      await Promise.race([this.#store(), ended]);
      if (this.#failures > 0) await pause(this.#pauseAfterFailure(), undefined, { signal }).catch(() => {});
    }
  }

  /** Merges what is in the database: somebody else stored there, or a wake-up may have been missed. */
  reload(): Promise<void> {
    this.#isReloadDue = true;
    this.#reloading ??= this.#reload().finally(() => {
      this.#reloading = null;
    });
    return this.#reloading;
  }

  close(): void {
    this.#unschedule();
  }

  async #reload(): Promise<void> {
    while (this.#isReloadDue && !this.document.isDestroyed) {
      this.#isReloadDue = false;
      try {
        applyUpdate(this.document, await readProseState(this.claimId), DATABASE);
      } catch (error) {
        log().error({ err: error, claimId: this.claimId }, "cannot read stored prose again");
        await pause(1_000);
        this.#isReloadDue = true;
      }
    }
  }

  #store(): Promise<void> {
    this.#unschedule();
    this.#storing ??= this.#storeOnce().finally(() => {
      this.#storing = null;
      if (!this.#isDirty) this.#parts.onClean();
      else this.#schedule(this.#failures > 0 ? this.#pauseAfterFailure() : this.#parts.timing.store);
    });
    return this.#storing;
  }

  async #storeOnce(): Promise<void> {
    const writers = this.#writers;
    this.#writers = [];
    this.#isDirty = false;
    try {
      const state = encodeStateAsUpdate(this.document);
      const isNew = await storeProse({ claimId: this.claimId, state, writers });
      this.#failures = 0;
      if (isNew) this.#parts.onStored();
    } catch (error) {
      this.#failures += 1;
      this.#isDirty = true;
      this.#writers = writersWith(writers, this.#writers);
      log().error({ err: error, claimId: this.claimId, failures: this.#failures }, "cannot store prose");
    }
  }

  #pauseAfterFailure(): number {
    return Math.min(LONGEST_PAUSE, this.#parts.timing.store * 2 ** this.#failures);
  }

  /** The earlier of two appointments counts. */
  #schedule(delay: number): void {
    const at = Date.now() + delay;
    if (this.#storing || (this.#timer && this.#timer.at <= at)) return;
    this.#unschedule();
    this.#timer = { at, run: setTimeout(() => void this.#store(), delay) };
  }

  #unschedule(): void {
    clearTimeout(this.#timer?.run);
    this.#timer = null;
  }

  /** Counts what came, and measures anew only when that is too much: deleting takes room away again. */
  #weigh(update: Uint8Array): void {
    this.#bytes += update.length;
    if (!this.isFull) return;
    this.#bytes = encodeStateAsUpdate(this.document).length;
    if (!this.isFull) return;
    log().warn(
      { claimId: this.claimId, bytes: this.#bytes, items: itemsOf(this.document) },
      "prose takes nothing in any more: it is too large",
    );
    for (const connection of this.document.getConnections()) this.admit(connection);
  }

  /** Lets nobody write into a document that has no room. */
  admit(connection: Connection): void {
    if (this.isFull) connection.readOnly = true;
  }
}

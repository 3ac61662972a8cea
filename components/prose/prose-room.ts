import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { applyUpdate, Doc } from "yjs";
import type { LiveSocket } from "#components/live/live-socket.ts";
import { Listeners } from "#components/ui/listeners.ts";
import type { ErrorCode } from "#domain/error.ts";
import { parseStoredMessage, proseRoom, storedMessage } from "#domain/prose.ts";
import { firstProse, readProse } from "#editor/prose-document.ts";
import { HeldProvider } from "./held-provider.ts";
import type { KeptProse } from "./kept-prose.ts";

/** How the saving of a claim's prose stands. */
export type ProsePhase =
  | { name: "clean"; saved: boolean }
  | { name: "saving" }
  /** The line is away; what was written is kept in this browser. */
  | { name: "retrying" }
  /** The member may not write any more. The words stay here, to be copied. */
  | { name: "refused"; code: ErrorCode };

export interface ProseSnapshot {
  /** The document is here, and can be written in. */
  isReady: boolean;
  phase: ProsePhase;
  summary: string;
  isRationaleEmpty: boolean;
}

/** How long after a change the server is asked whether it is stored: it stores by itself, and sooner. */
const ASK_AFTER = 700;
/** How long until a claim that the server does not know (yet) is asked for again. */
const KNOCK_AGAIN = 1_500;
/** How long `whenStored` waits. */
const PATIENCE = 10_000;

const FROM_BROWSER = "browser";

interface Parts {
  claimId: string;
  /** The claim never had a verdict: its document begins empty, and the server need not be waited for. */
  isNew: boolean;
  live: LiveSocket;
  line: HocuspocusProviderWebsocket;
  kept: KeptProse;
}

/**
 * One claim's prose in this tab: its document, its way to the server, and what of it is not stored there yet. What is
 * written is kept in the browser until the server says that it is in the database.
 */
export class ProseRoom {
  readonly claimId: string;
  readonly document = new Doc();
  readonly provider: HeldProvider;
  readonly #live: LiveSocket;
  readonly #kept: KeptProse;
  readonly #listeners = new Listeners();
  readonly #stops: (() => void)[];
  readonly #recovered: Promise<void>;
  #snapshot: ProseSnapshot;
  #isReady = false;
  #isRefused = false;
  #wasSaved = false;
  /** Changes made here, and how many of them are stored. */
  #changes = 0;
  #stored = 0;
  #keys: Promise<number | null>[] = [];
  #asked = { number: 0, changes: 0, keys: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #knocking: ReturnType<typeof setTimeout> | undefined;

  constructor({ claimId, isNew, live, line, kept }: Parts) {
    this.claimId = claimId;
    this.#live = live;
    this.#kept = kept;
    if (isNew) {
      applyUpdate(this.document, firstProse({ summary: "", rationale: null }), FROM_BROWSER);
      this.#isReady = true;
    }
    this.provider = new HeldProvider({
      websocketProvider: line,
      name: proseRoom(claimId),
      document: this.document,
      token: "",
      onSynced: ({ state }) => state && this.#synced(),
      onStateless: ({ payload }) => this.#answered(payload),
      onAuthenticationFailed: () => this.#knockAgain(),
    });
    this.document.on("update", this.#changed);
    this.#stops = [live.subscribe(() => this.#tell())];
    this.#snapshot = this.#look();
    this.provider.attach();
    this.#recovered = this.#recover();
  }

  readonly subscribe = this.#listeners.subscribe;

  get = (): ProseSnapshot => this.#snapshot;

  get isStored(): boolean {
    return this.#stored === this.#changes;
  }

  /** True once all that was written here is in the database; false where it was refused, or takes too long. */
  async whenStored(): Promise<boolean> {
    await this.#recovered;
    return await new Promise((done) => {
      const end = (isStored: boolean) => {
        clearTimeout(patience);
        stop();
        done(isStored);
      };
      const look = () => {
        if (this.isStored) end(true);
        else if (this.#isRefused) end(false);
      };
      const patience = setTimeout(() => end(this.isStored), PATIENCE);
      const stop = this.subscribe(look);
      this.#ask();
      look();
    });
  }

  destroy(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#knocking);
    for (const stop of this.#stops) stop();
    this.document.off("update", this.#changed);
    this.provider.destroy();
    this.document.destroy();
  }

  #changed = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.provider && origin !== FROM_BROWSER) {
      this.#changes += 1;
      this.#keys.push(this.#kept.add(this.claimId, update));
      this.#askLater();
    }
    this.#tell();
  };

  /** What an earlier life of the page wrote and could not bring to the server. */
  async #recover(): Promise<void> {
    const { keys, updates } = await this.#kept.read(this.claimId);
    if (updates.length === 0 || this.document.isDestroyed) return;
    this.#changes += 1;
    this.#keys.push(...keys.map((key) => Promise.resolve(key)));
    for (const update of updates) applyUpdate(this.document, update, FROM_BROWSER);
    this.#ask();
    this.#tell();
  }

  #synced(): void {
    this.#isReady = true;
    this.#isRefused = false;
    this.#ask();
    this.#tell();
  }

  /** The claim may be on its way to the server still. */
  #knockAgain(): void {
    clearTimeout(this.#knocking);
    this.#knocking = setTimeout(() => {
      if (this.#live.status !== "open") return;
      void this.provider.sendToken().then(() => this.provider.startSync());
    }, KNOCK_AGAIN);
  }

  #askLater(): void {
    this.#timer ??= setTimeout(() => this.#ask(), ASK_AFTER);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.isStored || !this.provider.synced) return;
    this.#asked = { number: this.#asked.number + 1, changes: this.#changes, keys: this.#keys.length };
    this.provider.sendStateless(storedMessage({ type: "stored?", number: this.#asked.number }));
  }

  #answered(payload: string): void {
    const message = parseStoredMessage(payload);
    if (message?.number !== this.#asked.number) return;
    this.#isRefused = message.type === "refused";
    if (message.type === "stored") {
      this.#stored = this.#asked.changes;
      this.#wasSaved = true;
      void this.#drop(this.#keys.splice(0, this.#asked.keys));
      if (!this.isStored) this.#askLater();
    }
    this.#tell();
  }

  async #drop(keys: readonly Promise<number | null>[]): Promise<void> {
    const known = await Promise.all(keys);
    await this.#kept.drop(known.filter((key) => key !== null));
  }

  #tell(): void {
    this.#snapshot = this.#look();
    this.#listeners.tell();
  }

  #look(): ProseSnapshot {
    const { summary, rationale } = readProse(this.document);
    return {
      isReady: this.#isReady,
      phase: this.#phase(),
      summary,
      isRationaleEmpty: rationale === null,
    };
  }

  #phase(): ProsePhase {
    if (this.isStored) return { name: "clean", saved: this.#wasSaved };
    if (this.#isRefused) return { name: "refused", code: "FORBIDDEN" };
    return { name: this.#live.status === "open" ? "saving" : "retrying" };
  }
}

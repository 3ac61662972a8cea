import type { Document } from "@hocuspocus/server";
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { applyUpdate, mergeUpdates } from "yjs";
import { log } from "#server/log.ts";
import { MAX_WAKE_UP_BYTES, type WakeUps } from "#server/wake-ups.ts";
import { ELSEWHERE, type Room } from "./room.ts";

const CARETS_ASKED = "?";

interface Gathered {
  updates: Uint8Array[];
  writers: Set<string>;
}

/**
 * What goes between instances that have the same document open: changes at once, carets, and a word after each storing.
 * All of it may be lost; whoever hears of a storing, or had a gap, reads what is stored.
 */
export class Neighbours {
  readonly #wakeUps: WakeUps;
  readonly #rooms: ReadonlyMap<string, Room>;
  readonly #gather: number;
  readonly #gathered = new Map<string, Gathered>();
  readonly #carets = new Map<string, { awareness: Awareness; clients: Set<number> }>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #stops: (() => void)[];

  constructor(wakeUps: WakeUps, rooms: ReadonlyMap<string, Room>, gather: number) {
    this.#wakeUps = wakeUps;
    this.#rooms = rooms;
    this.#gather = gather;
    this.#stops = [
      wakeUps.on("prose", (rest) => this.#hearProse(rest)),
      wakeUps.on("caret", (rest) => this.#hearCaret(rest)),
      wakeUps.onGap(() => this.#catchUp()),
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** A page of this instance wrote. */
  wrote(claimId: string, writerId: string, update: Uint8Array): void {
    const gathered = this.#gathered.get(claimId);
    if (gathered) {
      gathered.updates.push(update);
      gathered.writers.add(writerId);
      return;
    }
    this.#gathered.set(claimId, { updates: [update], writers: new Set([writerId]) });
    this.#later(() => this.#sendUpdates(claimId));
  }

  /** This instance stored a document. */
  stored(claimId: string): void {
    this.#publish("prose", `stored:${claimId}`);
  }

  /** Follows a document's carets, and asks who else has one in it. */
  follow(claimId: string, document: Document): void {
    type Clients = { added: number[]; updated: number[]; removed: number[] };
    document.awareness.on("update", ({ added, updated, removed }: Clients, origin: unknown) => {
      // What timed out here has timed out everywhere.
      if (origin === ELSEWHERE || origin === "timeout") return;
      this.#moved(claimId, document.awareness, [...added, ...updated, ...removed]);
    });
    this.#publish("caret", `${claimId}:${CARETS_ASKED}`);
  }

  /** Holds on to the carets themselves: whoever leaves last must still be seen leaving. */
  #moved(claimId: string, awareness: Awareness, clients: Iterable<number>): void {
    const waiting = this.#carets.get(claimId);
    if (waiting) {
      for (const client of clients) waiting.clients.add(client);
      return;
    }
    this.#carets.set(claimId, { awareness, clients: new Set(clients) });
    this.#later(() => this.#sendCarets(claimId));
  }

  #later(send: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      send();
    }, this.#gather);
    this.#timers.add(timer);
  }

  #sendUpdates(claimId: string): void {
    const gathered = this.#gathered.get(claimId);
    this.#gathered.delete(claimId);
    if (!gathered) return;
    const update = Buffer.from(mergeUpdates(gathered.updates)).toString("base64");
    const rest = `update:${claimId}:${[...gathered.writers].join(",")}:${update}`;
    if (rest.length <= MAX_WAKE_UP_BYTES) this.#publish("prose", rest);
    // Too much for a message: others read it from the database, the sooner the better.
    else void this.#rooms.get(claimId)?.flush(AbortSignal.timeout(1_000));
  }

  #sendCarets(claimId: string): void {
    const waiting = this.#carets.get(claimId);
    this.#carets.delete(claimId);
    if (!waiting) return;
    const { awareness, clients } = waiting;
    for (const client of clients) {
      if (!awareness.meta.has(client)) continue;
      const update = Buffer.from(encodeAwarenessUpdate(awareness, [client])).toString("base64");
      this.#publish("caret", `${claimId}:${update}`);
    }
  }

  #publish(topic: string, rest: string): void {
    // While the line is away there is nothing to say it on; both sides catch up when it is back.
    this.#wakeUps
      .publish(topic, rest)
      .catch((error: unknown) => log().debug({ err: error }, "nobody was told"));
  }

  #hearProse(rest: string): void {
    const [kind, claimId = "", writers = "", update = ""] = rest.split(":");
    const room = this.#rooms.get(claimId);
    if (!room) return;
    if (kind === "stored") void room.reload();
    if (kind !== "update") return;
    const heard = Buffer.from(update, "base64");
    applyUpdate(room.document, heard, ELSEWHERE);
    room.changed(writers.split(",").filter(Boolean), heard, "elsewhere");
  }

  #hearCaret(rest: string): void {
    const [claimId = "", update = ""] = rest.split(":");
    const awareness = this.#rooms.get(claimId)?.document.awareness;
    if (!awareness) return;
    if (update === CARETS_ASKED) this.#moved(claimId, awareness, awareness.getStates().keys());
    else applyAwarenessUpdate(awareness, Buffer.from(update, "base64"), ELSEWHERE);
  }

  /** After a gap nobody knows who missed what: everybody reads, and hears from us that there may be something. */
  #catchUp(): void {
    for (const [claimId, room] of this.#rooms) {
      void room.reload();
      this.stored(claimId);
      this.#publish("caret", `${claimId}:${CARETS_ASKED}`);
      const { awareness } = room.document;
      this.#moved(claimId, awareness, awareness.getStates().keys());
    }
  }
}

import type { IncomingMessage } from "node:http";
import { Connection, type Document, Hocuspocus } from "@hocuspocus/server";
import { applyUpdate } from "yjs";
import { claimOfProseRoom, parseStoredMessage, storedMessage } from "#domain/prose.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { log } from "#server/log.ts";
import { readProseState } from "#server/reads/prose.ts";
import type { WakeUps } from "#server/wake-ups.ts";
import { Carets } from "./carets.ts";
import { Door, type ProseMember, type ProseSocket } from "./door.ts";
import { Neighbours } from "./neighbours.ts";
import { DATABASE, Room } from "./room.ts";
import { Teller } from "./teller.ts";
import { PROSE_TIMING, type ProseTiming } from "./timing.ts";

/** The prose of all claims that anybody has open on this instance. */
export interface ProseService {
  /** How many documents could not be stored at the last try, and are held in memory. Operators see it. */
  readonly unstored: number;
  /** Takes in a page's socket. What is not prose on it closes it with `LIVE_CLOSE.badMessage`. */
  connect(socket: ProseSocket, request: IncomingMessage, member: ProseMember): ProseConnection;
  /** Stores and tells what is not yet; gives up on a database that does not answer, after a while. */
  close(): Promise<void>;
}

export interface ProseConnection {
  /** The member's role changed: they write or read from now on. Null: they may not even read, and leave every room. */
  setActor(actor: Actor | null): void;
}

/** What Hocuspocus keeps of a page for us. */
type Context = { door: Door };

/** Starts serving prose. `timing` is for tests. */
export function openProse(wakeUps: WakeUps, timing: ProseTiming = PROSE_TIMING): ProseService {
  return new Service(wakeUps, timing);
}

class Service implements ProseService {
  readonly #timing: ProseTiming;
  readonly #rooms = new Map<string, Room>();
  readonly #neighbours: Neighbours;
  readonly #teller: Teller;
  readonly #hocuspocus: Hocuspocus;

  constructor(wakeUps: WakeUps, timing: ProseTiming) {
    this.#timing = timing;
    this.#neighbours = new Neighbours(wakeUps, this.#rooms, timing.gather);
    this.#teller = new Teller(timing);
    this.#hocuspocus = this.#makeHocuspocus();
  }

  get unstored(): number {
    return [...this.#rooms.values()].filter(({ isFailing }) => isFailing).length;
  }

  connect(socket: ProseSocket, request: IncomingMessage, member: ProseMember): ProseConnection {
    const door = new Door(socket, member);
    const context: Context = { door };
    // Of a WebSocket it uses what `Door` has.
    this.#hocuspocus.handleConnection(door as never, request, context);
    return door;
  }

  async close(): Promise<void> {
    const signal = AbortSignal.timeout(this.#timing.drain);
    await Promise.all([...this.#rooms.values()].map((room) => room.flush(signal)));
    for (const room of this.#rooms.values()) {
      if (!room.isClean) log().error({ claimId: room.claimId }, "prose was not stored before the end");
      room.close();
    }
    await this.#teller.close();
    this.#neighbours.close();
  }

  /** Storing is ours (`Room`): what Hocuspocus has for it gives up after one failure. */
  #makeHocuspocus(): Hocuspocus {
    return new Hocuspocus({
      quiet: true,
      onAuthenticate: async ({ context, connectionConfig }) => {
        connectionConfig.readOnly = !doorOf(context).mayWrite;
      },
      onLoadDocument: ({ document, documentName, context }) =>
        this.#load(document, documentName, doorOf(context)),
      connected: async ({ connection, documentName, context }) => {
        const room = this.#roomOf(documentName);
        // It was unloaded in the very moment of entering: nothing written there would ever be stored.
        if (room?.document !== connection.document) return doorOf(context).close();
        doorOf(context).entered(documentName, connection);
        room.admit(connection);
      },
      onStateless: async ({ connection, documentName, payload }) => {
        const message = parseStoredMessage(payload);
        const room = this.#roomOf(documentName);
        if (message?.type !== "stored?" || room?.document !== connection.document) return;
        const { number } = message;
        if (connection.readOnly) {
          return connection.sendStateless(storedMessage({ type: "refused", number }));
        }
        await room.flush();
        connection.sendStateless(storedMessage({ type: "stored", number }));
      },
      beforeUnloadDocument: async ({ documentName }) => {
        if (this.#roomOf(documentName)?.isClean === false) throw new Unsaid();
      },
    });
  }

  #roomOf(documentName: string): Room | undefined {
    return this.#rooms.get(claimOfProseRoom(documentName) ?? "");
  }

  /** The room hears from others before the stored state is read, so that nothing falls between the two. */
  async #load(document: Document, documentName: string, door: Door): Promise<void> {
    const claimId = claimOfProseRoom(documentName);
    if (!claimId) throw new Unsaid();
    const room = new Room({
      claimId,
      document,
      timing: this.#timing,
      onStored: () => {
        this.#neighbours.stored(claimId);
        this.#teller.wrote(claimId);
      },
      onClean: () => void this.#hocuspocus.unloadDocument(document),
    });
    this.#rooms.set(claimId, room);
    // From before anybody's caret is heard of, so that each is known to be somebody's.
    Carets.of(document);
    document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin instanceof Connection) this.#wrote(room, doorOf(origin.context).memberId, update);
    });
    document.on("destroy", () => this.#leave(room));
    try {
      applyUpdate(document, await readProseState(claimId), DATABASE);
      this.#neighbours.follow(claimId, document);
    } catch (error) {
      log().error({ err: error, claimId }, "cannot load prose");
      this.#leave(room);
      door.close();
      throw new Unsaid();
    }
  }

  #leave(room: Room): void {
    room.close();
    if (this.#rooms.get(room.claimId) === room) this.#rooms.delete(room.claimId);
  }

  #wrote(room: Room, writerId: string, update: Uint8Array): void {
    room.changed([writerId], update, "here");
    this.#neighbours.wrote(room.claimId, writerId, update);
  }
}

/** Hocuspocus prints what has a message; ours was logged already, or is no failure. */
class Unsaid extends Error {}

const doorOf = (context: unknown): Door => (context as Context).door;

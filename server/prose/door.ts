import { EventEmitter } from "node:events";
import type { Connection } from "@hocuspocus/server";
import { removeAwarenessStates } from "y-protocols/awareness";
import { Refusal } from "#domain/error.ts";
import { LIVE_CLOSE } from "#domain/live.ts";
import { claimOfProseRoom, MAX_UPDATE_ITEMS } from "#domain/prose.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { may } from "#domain/rights/table.ts";
import { beginProse } from "#server/commands/begin-prose.ts";
import { log } from "#server/log.ts";
import { MemberAllowance } from "#server/member-allowance.ts";
import { Turns } from "#server/turns.ts";
import { measureAside } from "./aside.ts";
import { Carets } from "./carets.ts";
import { type Caret, caretFrame, type Frame, readFrame, refusalFrame } from "./frame.ts";
import { itemsOf } from "./items.ts";

/** A page's socket as the prose sees it: its binary frames and nothing else. */
export interface ProseSocket {
  readonly readyState: number;
  on(event: "message", listener: (data: Uint8Array) => void): unknown;
  once(event: "close", listener: (code: number, reason: Buffer) => void): unknown;
  send(data: Uint8Array, done?: (error?: Error) => void): void;
  close(code?: number, reason?: string): void;
}

/** Who sits at the page. */
export interface ProseMember extends Actor {
  name: string;
}

/** A frame that is handed on as it came. */
type Told = Exclude<Frame, { kind: "awareness" }>;

/** More claims than anybody has open in one tab, and more frames than a page sends before it is let in. */
const MAX_ROOMS = 20;
const MAX_WAITING = 50;

/**
 * How much a member may ask to be told of documents in all of their pages, in items of them: what it costs to load a room,
 * and to tell a page what it lacks. Somebody who opens claim after claim of some thousand items is never kept waiting.
 */
const asked = new MemberAllowance({ burst: 200_000, perSecond: 5_000 });
/** What it costs at least to open a room, and to be told anything at all. */
const COST = { knock: 1_000, ask: 100 };

/** What a member may bring in, in items: all that was written away from the desk, and then more than hands can write. */
const brought = new MemberAllowance({ burst: 3 * MAX_UPDATE_ITEMS, perSecond: 1_000 });

/** Why a socket is closed that could not be served: it comes back. RFC 6455: "an unexpected condition". */
const TROUBLE = 1011;

/**
 * Stands between a page's socket and Hocuspocus: no frame passes that is not whole, no room is opened that is none of
 * ours or may not be entered, and nothing waits here without bound. To Hocuspocus it is the socket.
 */
export class Door extends EventEmitter {
  binaryType = "nodebuffer";
  readonly memberId: string;
  readonly #socket: ProseSocket;
  readonly #name: string;
  #actor: Actor | null;
  /** Rooms that were asked for: the frames that wait until it is known whether they may be, or null once they are. */
  readonly #rooms = new Map<string, Frame[] | null>();
  readonly #connections = new Map<string, Connection>();
  /** What a page said of its caret before Hocuspocus had let it into the room: the last word counts. */
  readonly #carets = new Map<string, Caret[]>();
  /** How many frames wait until one that is long was measured, that one included. */
  #measuring = 0;
  readonly #turns = new Turns();

  constructor(socket: ProseSocket, { id, role, name }: ProseMember) {
    super();
    this.memberId = id;
    this.#socket = socket;
    this.#actor = { id, role };
    this.#name = name;
    socket.on("message", (data) => this.#receive(data));
    socket.once("close", (code, reason) => {
      this.#actor = null;
      this.emit("close", code, reason);
    });
  }

  get actor(): Actor | null {
    return this.#actor;
  }

  /** False for who may read and not write. */
  get mayWrite(): boolean {
    return this.#actor !== null && may(this.#actor, "claim.update");
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(data: Uint8Array, done?: (error?: Error) => void): void {
    this.#socket.send(data, done);
  }

  /** The page's line is watched by whoever owns it; here every ping is answered. */
  ping(): void {
    this.emit("pong");
  }

  close(code = TROUBLE, reason = ""): void {
    this.#socket.close(code, reason);
  }

  /** Another role counts from the next frame on; without an actor every room is left. */
  setActor(actor: Actor | null): void {
    this.#actor = actor;
    for (const connection of this.#connections.values()) {
      if (!actor) connection.close({ code: LIVE_CLOSE.signedOut, reason: "signed out" });
      else this.#apply(connection);
    }
  }

  /** Hocuspocus let the page into a room. */
  entered(room: string, connection: Connection): void {
    this.#connections.set(room, connection);
    connection.onClose(() => {
      if (this.#connections.get(room) !== connection) return;
      this.#connections.delete(room);
      this.#rooms.delete(room);
      Carets.of(connection.document).leave(this);
    });
    if (!this.#actor) connection.close({ code: LIVE_CLOSE.signedOut, reason: "signed out" });
    else if (!asked.take(this.memberId, itemsOf(connection.document)))
      this.close(LIVE_CLOSE.tooMany, "too much at once");
    else this.#apply(connection);
    this.#show(room, this.#carets.get(room) ?? []);
  }

  /** Of what a page says of carets, what it says of its own. */
  #show(room: string, carets: Caret[]): void {
    const document = this.#connections.get(room)?.document;
    if (!document) return void this.#carets.set(room, carets);
    this.#carets.delete(room);
    const own = this.mayWrite ? Carets.of(document).ownOf(this, carets) : [];
    if (own.length > 0) this.emit("message", caretFrame(room, own));
  }

  #apply(connection: Connection): void {
    connection.readOnly = !this.mayWrite;
    const { document, webSocket } = connection;
    // A caret says that somebody writes here.
    if (connection.readOnly)
      removeAwarenessStates(document.awareness, [...document.getClients(webSocket)], null);
  }

  #receive(data: Uint8Array): void {
    const { actor } = this;
    if (!actor) return;
    const frame = readFrame(data, { id: actor.id, name: this.#name });
    const claimId = frame && claimOfProseRoom(frame.room);
    const needsMeasuring = frame !== null && updateOf(frame)?.items === null;
    if (!frame || !claimId) this.close(LIVE_CLOSE.badMessage, "not prose");
    // Frames are taken in as they came: behind one that is measured all others wait.
    else if (!needsMeasuring && this.#measuring === 0) this.#take(frame, claimId, actor);
    else if (this.#measuring >= MAX_WAITING) this.close(LIVE_CLOSE.tooMany, "too many frames");
    else void this.#takeInTurn(frame, claimId, actor);
  }

  async #takeInTurn(frame: Frame, claimId: string, actor: Actor): Promise<void> {
    this.#measuring += 1;
    await this.#turns.take(async () => {
      try {
        const update = updateOf(frame);
        if (update?.items === null) update.items = await measureAside(update.bytes, actor.id);
        if (!this.#actor) return;
        if (update?.items === null) this.close(LIVE_CLOSE.badMessage, "not prose");
        else this.#take(frame, claimId, this.#actor);
      } catch (error) {
        if (!(error instanceof Refusal)) log().error({ err: error, claimId }, "cannot measure prose");
        this.close(LIVE_CLOSE.tooMany, "too much at once");
      }
    });
    this.#measuring -= 1;
  }

  #take(frame: Frame, claimId: string, actor: Actor): void {
    if (!this.#mayTake(frame, actor)) this.close(LIVE_CLOSE.tooMany, "too much at once");
    else if (frame.kind === "auth") this.#knock(frame, claimId, actor);
    else this.#pass(frame);
  }

  #mayTake(frame: Frame, { id }: Actor): boolean {
    const { room, kind } = frame;
    if (kind === "auth") return asked.take(id, COST.knock);
    const update = updateOf(frame);
    const document = this.#connections.get(room)?.document;
    if (kind === "ask" || (kind === "sync" && !update))
      return asked.take(id, COST.ask + (document ? itemsOf(document) : 0));
    const items = update?.items ?? 0;
    return items <= MAX_UPDATE_ITEMS && brought.take(id, items);
  }

  #pass(frame: Frame): void {
    const waiting = this.#rooms.get(frame.room);
    // Before it asked, or after it left: what it knows it will say again when it comes in.
    if (waiting === undefined) return;
    if (waiting === null) this.#deliver(frame);
    else if (waiting.length < MAX_WAITING) waiting.push(frame);
    else this.close(LIVE_CLOSE.tooMany, "too many frames");
  }

  #deliver(frame: Frame): void {
    if (frame.kind === "awareness") {
      this.#show(frame.room, frame.carets);
      return;
    }
    if (frame.kind === "close") {
      this.#rooms.delete(frame.room);
      this.#carets.delete(frame.room);
      const connection = this.#connections.get(frame.room);
      this.#connections.delete(frame.room);
      if (connection) Carets.of(connection.document).leave(this);
    }
    this.emit("message", frame.data);
  }

  #knock(frame: Told, claimId: string, actor: Actor): void {
    if (this.#rooms.has(frame.room)) return;
    if (this.#rooms.size >= MAX_ROOMS) {
      this.send(refusalFrame(frame.room, "too many rooms"));
      return;
    }
    this.#rooms.set(frame.room, []);
    void this.#open(frame, claimId, actor);
  }

  async #open({ room, data }: Told, claimId: string, actor: Actor): Promise<void> {
    try {
      await beginProse(actor, claimId);
      const waiting = this.#rooms.get(room) ?? [];
      this.#rooms.set(room, null);
      if (!this.#actor) return;
      this.emit("message", data);
      for (const frame of waiting) this.#deliver(frame);
    } catch (error) {
      this.#rooms.delete(room);
      this.#carets.delete(room);
      if (error instanceof Refusal) this.send(refusalFrame(room, error.code));
      else {
        log().error({ err: error, claimId }, "cannot open prose");
        this.close(TROUBLE, "prose");
      }
    }
  }
}

/** What a frame brings; undefined for one that brings no writing. */
const updateOf = (frame: Frame) => (frame.kind === "sync" ? frame.update : undefined);

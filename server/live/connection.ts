import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type RawData, WebSocket } from "ws";
import { BEAT_MS, LIVE_CLOSE, MAX_CLIENT_FRAME_BYTES, type ServerMessage } from "#domain/live.ts";
import type { SessionEnd } from "#domain/session.ts";
import type { Resolved } from "#server/auth/resolve-actor.ts";
import { log } from "#server/log.ts";
import { MemberAllowance } from "#server/member-allowance.ts";
import type { ProseConnection, ProseService } from "#server/prose/prose.ts";
import { TokenBucket } from "#server/token-bucket.ts";
import type { ArticleRoom } from "./article-room.ts";
import { BinarySocket } from "./binary-socket.ts";

/** Why we end a connection; see `LIVE_CLOSE`. */
type Ending = keyof typeof LIVE_CLOSE;

/** What may wait for a page to read it, in bytes, besides the longest message it is being sent. */
const MAX_BACKLOG = 4_000_000;
/** A page that does not take our goodbye is left without it after this long, in milliseconds. */
const GOODBYE_MS = 5_000;
/** Beats without an answer after which a page counts as gone. */
const MAX_UNANSWERED = 2;

/** What a person's page sends: text when they move about, binary with every key while they write. */
const TEXTS = { burst: 60, perSecond: 20 };
const BINARIES = { burst: 600, perSecond: 120 };
const BINARY_BYTES = { burst: 8_000_000, perSecond: 1_000_000 };

/** The same of all pages of a member together: fifty of them are no fifty people. */
const textsOfMember = new MemberAllowance({ burst: 300, perSecond: 40 });
const binariesOfMember = new MemberAllowance({ burst: 1_200, perSecond: 240 });
const bytesOfMember = new MemberAllowance({ burst: 8_000_000, perSecond: 1_000_000 });

const BEAT = Buffer.from(JSON.stringify({ type: "beat" } satisfies ServerMessage));

/** Codes of the prose's own making mean other things to a page than to it; after these, it comes back. */
const endingOf = (code: number | undefined): Exclude<Ending, "signedOut"> =>
  code === LIVE_CLOSE.badMessage ? "badMessage" : code === LIVE_CLOSE.tooMany ? "tooMany" : "restarting";

interface ConnectionOptions {
  socket: WebSocket;
  request: IncomingMessage;
  member: Resolved;
  /** The session as the cookie had it, sealed: asked again whenever it may have ended. */
  session: string;
  prose: ProseService;
  onText: (text: string) => void;
  onClose: () => void;
}

/** One open page: its socket with all limits on what goes through it, and whose it is. */
export class Connection {
  readonly id = randomUUID();
  readonly session: string;
  member: Resolved;
  /** The article that is open on the page. */
  room: ArticleRoom | null = null;
  /** When the session was asked last, in milliseconds since 1970. */
  checkedAt = Date.now();
  /** Settles when the socket is closed. */
  readonly closed: Promise<void>;
  readonly #options: ConnectionOptions;
  readonly #socket: WebSocket;
  readonly #texts = new TokenBucket(TEXTS, Date.now());
  readonly #binaries = new TokenBucket(BINARIES, Date.now());
  readonly #bytes = new TokenBucket(BINARY_BYTES, Date.now());
  readonly #beat: NodeJS.Timeout;
  #prose: { socket: BinarySocket; connection: ProseConnection } | null = null;
  #unanswered = 0;
  #longest = 0;
  #told: number | null = null;
  #isUsed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#socket = options.socket;
    this.session = options.session;
    this.member = options.member;
    this.#beat = setInterval(() => this.#keepAlive(), BEAT_MS);
    // Whatever comes over it is logged by the id of the request that opened it.
    const receive = (data: RawData, isBinary: boolean) => this.#receive(data, isBinary);
    this.#socket.on("message", AsyncResource.bind(receive));
    this.#socket.on("pong", () => this.#answered());
    this.#socket.on("error", (error) => log().debug({ err: error }, "a page's socket failed"));
    this.closed = new Promise((done) => {
      this.#socket.on("close", (code, reason) => {
        this.#end(code, reason);
        done();
      });
    });
    // Nothing is listened to before the welcome, so that the welcome is the first thing said.
    this.#socket.pause();
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** The first time as a welcome, which opens the conversation; later where the number changed. */
  tellUnread(unread: number, build: string): void {
    if (this.#told === unread) return;
    const isFirst = this.#told === null;
    this.#told = unread;
    if (isFirst) {
      const memberId = this.member.actor.id;
      this.send({ type: "welcome", connectionId: this.id, memberId, build, unread });
      this.#socket.resume();
    } else {
      this.send({ type: "inbox", unread });
    }
  }

  send(message: ServerMessage): void {
    this.sendText(Buffer.from(JSON.stringify(message)));
  }

  /** Sends a message that was written once for many. */
  sendText(text: Buffer): void {
    this.#write(text, false);
  }

  /** The person may do other things now, or has another name. */
  become(member: Resolved): void {
    this.member = member;
    this.#prose?.connection.setActor(member.actor);
  }

  /** The session ended: nothing that the page says from here on is heard. `why` null: it can't be known any more. */
  signOut(why: SessionEnd | null): void {
    this.#close("signedOut", why ?? "");
  }

  /** The person did something on the page: see `takeUse`. */
  use(): void {
    this.#isUsed = true;
  }

  /** Whether the person did anything here since this was asked last: an open page by itself keeps no session from ending. */
  takeUse(): boolean {
    const isUsed = this.#isUsed;
    this.#isUsed = false;
    return isUsed;
  }

  close(ending: Exclude<Ending, "signedOut">): void {
    this.#close(ending, ending);
  }

  #close(ending: Ending, reason: string): void {
    if (!this.isOpen) return;
    this.#socket.close(LIVE_CLOSE[ending], reason);
    // Before the welcome nothing is read, and so no answer to this either.
    this.#socket.resume();
    // What is on its way from a page that never reads would keep the socket, and all that waits for it, for long.
    const timer = setTimeout(() => this.#socket.terminate(), GOODBYE_MS).unref();
    this.#socket.once("close", () => clearTimeout(timer));
    if (ending !== "restarting" && ending !== "signedOut")
      log().warn({ ending, memberId: this.member.actor.id }, "closed a page's socket");
  }

  /** Without a goodbye. */
  terminate(): void {
    this.#socket.terminate();
  }

  #write(data: Uint8Array, binary: boolean): void {
    if (!this.isOpen) return;
    const backlog = this.#socket.bufferedAmount;
    if (backlog <= MAX_BACKLOG) this.#longest = 0;
    if (backlog > MAX_BACKLOG + this.#longest) {
      this.close("tooSlow");
    } else {
      this.#longest = Math.max(this.#longest, data.byteLength);
      this.#socket.send(data, { binary });
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.isOpen || !Buffer.isBuffer(data)) return;
    if (!this.#mayReceive(data.length, isBinary)) this.close("tooMany");
    else if (isBinary) this.#receiveProse(data);
    else if (data.length > MAX_CLIENT_FRAME_BYTES) this.close("badMessage");
    else this.#options.onText(data.toString());
  }

  #mayReceive(bytes: number, isBinary: boolean): boolean {
    const now = Date.now();
    const { id } = this.member.actor;
    if (!isBinary) return this.#texts.take(1, now) && textsOfMember.take(id);
    const isFew = this.#binaries.take(1, now) && binariesOfMember.take(id);
    return isFew && this.#bytes.take(bytes, now) && bytesOfMember.take(id, bytes);
  }

  /** Most pages write nothing; only those that do are known to the prose. */
  #receiveProse(data: Buffer): void {
    this.#prose ??= this.#connectProse();
    this.#prose.socket.emit("message", data);
  }

  #connectProse() {
    const { prose, request } = this.#options;
    const { actor, name } = this.member;
    const page = this.#socket;
    const socket = new BinarySocket({
      get readyState() {
        return page.readyState;
      },
      send: (data) => this.#write(data, true),
      close: (code) => this.close(endingOf(code)),
    });
    return { socket, connection: prose.connect(socket, request, { ...actor, name }) };
  }

  #keepAlive(): void {
    if (this.#unanswered >= MAX_UNANSWERED) {
      this.terminate();
    } else {
      this.#unanswered += 1;
      if (this.isOpen) this.#socket.ping();
      this.sendText(BEAT);
    }
  }

  #answered(): void {
    this.#unanswered = 0;
  }

  #end(code: number, reason: Buffer): void {
    clearInterval(this.#beat);
    this.#prose?.socket.emit("close", code, reason);
    this.#options.onClose();
  }
}

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { LIVE_CLOSE, LIVE_PATH } from "#domain/live.ts";
import { MAX_PROSE_BYTES } from "#domain/prose.ts";
import type { Resolved } from "#server/auth/resolve-actor.ts";
import { log } from "#server/log.ts";
import { openProse, type ProseService } from "#server/prose/prose.ts";
import { QuickReads } from "#server/quick-reads.ts";
import { openWakeUps, type WakeUps } from "#server/wake-ups.ts";
import { ArticleRooms } from "./article-rooms.ts";
import { Connection } from "./connection.ts";
import { Connections } from "./connections.ts";
import { Conversation } from "./conversation.ts";
import { Door, refuse } from "./door.ts";
import { liveRights } from "./news-text.ts";
import { Peers } from "./peers.ts";
import { People } from "./people.ts";
import { Standing } from "./standing.ts";
import { showLiveStatus } from "./status.ts";
import { UnreadCounts } from "./unread-counts.ts";

/** The longest frame that is read at all: a document and what is around it. */
const MAX_FRAME_BYTES = MAX_PROSE_BYTES + 64_000;
/** How long pages may take to close their sockets when we stop, in milliseconds. */
const CLOSE_MS = 2_000;
/** How long prose may take to be stored when we stop, in milliseconds. */
const STORE_MS = 5_000;

/** The live part of one instance: everything behind `LIVE_PATH`. */
export interface Live {
  /** Takes over an upgrade to `LIVE_PATH`; anything else is answered 404. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets nobody in any more, stores what is being written, and sends all pages elsewhere. Bounded in time. */
  close(): Promise<void>;
}

interface LiveOptions {
  /** What the product is built from; pages of another build may ask to be loaded anew. */
  build: string;
}

/** Starts the live part of this instance. A database that is away is no failure: it is waited for. */
export async function openLive(options: LiveOptions): Promise<Live> {
  return new LiveServer(await openWakeUps(), options);
}

class LiveServer implements Live {
  readonly #build: string;
  readonly #wakeUps: WakeUps;
  readonly #prose: ProseService;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
  });
  readonly #reads = new QuickReads();
  readonly #connections = new Connections();
  readonly #conversations = new Map<Connection, Conversation>();
  readonly #door = new Door(this.#connections);
  readonly #rooms: ArticleRooms;
  readonly #people: People;
  readonly #peers: Peers;
  readonly #standing: Standing;
  readonly #unread: UnreadCounts;
  #isClosing = false;

  constructor(wakeUps: WakeUps, { build }: LiveOptions) {
    this.#build = build;
    this.#wakeUps = wakeUps;
    this.#prose = openProse(wakeUps);
    this.#rooms = new ArticleRooms(wakeUps, this.#reads);
    this.#people = new People((articleId, change, own) => {
      this.#rooms.tell(articleId, { type: "people", ...change });
      this.#peers.tell(articleId, own);
    });
    this.#peers = new Peers(wakeUps, this.#people);
    this.#standing = new Standing(wakeUps, this.#connections, (page, now) => this.#change(page, now));
    this.#unread = new UnreadCounts(wakeUps, this.#connections, (page, count) =>
      page.tellUnread(count, this.#build),
    );
    showLiveStatus(() => ({
      listening: wakeUps.isListening,
      sockets: this.#connections.size,
      unstored: this.#prose.unstored,
    }));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    this.#admit(request, socket, head).catch((error: unknown) => {
      log().error({ err: error }, "cannot let a page in");
      refuse(socket, 503);
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    log().info({ sockets: this.#connections.size, articles: this.#rooms.size }, "closing live connections");
    await within(STORE_MS, this.#prose.close(), "store what is being written");
    await within(CLOSE_MS, this.#peers.close(), "say goodbye to other instances");
    for (const page of this.#connections.all()) page.close("restarting");
    await within(CLOSE_MS, this.#emptied(), "close all sockets");
    for (const page of this.#connections.all()) page.terminate();
    this.#people.close();
    await within(
      CLOSE_MS,
      Promise.all([this.#standing.close(), this.#unread.close(), this.#rooms.close()]),
      "end what is under way",
    );
    await within(CLOSE_MS, Promise.all([this.#wakeUps.close(), this.#reads.close()]), "let the database go");
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (request.url?.split("?")[0] !== LIVE_PATH) return refuse(socket, 404);
    if (this.#isClosing) return refuse(socket, 503);
    const { alarms } = this.#standing;
    const visitor = await this.#door.visitor(request);
    if (visitor.kind === "refused") return refuse(socket, visitor.status);
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      // A browser hides how an upgrade was refused; by this code its page knows that coming back is of no use.
      if (visitor.kind === "ended") return ws.close(LIVE_CLOSE.signedOut, visitor.why ?? "");
      const page = this.#enter(ws, request, visitor.member, visitor.session);
      if (this.#isClosing) page.close("restarting");
      if (this.#standing.alarms !== alarms) this.#standing.ask([page]);
    });
  }

  #enter(socket: WebSocket, request: IncomingMessage, member: Resolved, session: string): Connection {
    const page = new Connection({
      socket,
      request,
      member,
      session,
      prose: this.#prose,
      onText: (text) => this.#conversations.get(page)?.hear(text),
      onClose: () => this.#leave(page),
    });
    this.#connections.add(page);
    this.#conversations.set(page, new Conversation(page, this.#rooms, this.#people));
    this.#unread.ask([member.actor.id]);
    log().debug({ sockets: this.#connections.size, memberId: member.actor.id }, "a page came");
    return page;
  }

  #leave(page: Connection): void {
    this.#connections.remove(page);
    this.#conversations.get(page)?.leave();
    this.#conversations.delete(page);
    log().debug({ sockets: this.#connections.size, memberId: page.member.actor.id }, "a page left");
  }

  #change(page: Connection, now: Resolved): void {
    page.become(now);
    if (page.room) page.send({ type: "rights", rights: liveRights(now.actor.role) });
    this.#conversations.get(page)?.becameOther();
  }

  async #emptied(): Promise<void> {
    await Promise.all(this.#connections.all().map((page) => page.closed));
  }
}

/** Waits for `work` as long as may be; what fails or takes longer is said and left. */
async function within(milliseconds: number, work: Promise<unknown>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error("It took too long")), milliseconds);
  });
  try {
    await Promise.race([work, tooLate]);
  } catch (error) {
    log().error({ err: error }, `cannot ${what}`);
  } finally {
    clearTimeout(timer);
  }
}

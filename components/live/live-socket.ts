import { Listeners } from "#components/ui/listeners.ts";
import { BEAT_MS, type ClientMessage, LIVE_CLOSE, type ServerMessage } from "#domain/live.ts";
import { type SessionEnd, sessionEndSchema } from "#domain/session.ts";
import { type ProseEnd, type ProseLine, type ProseSocketClass, proseSocketClassOf } from "./prose-socket.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import { parseServerMessage } from "./server-message.ts";

/**
 * `connecting`: for the first time. `open`: the server has said welcome. `lost`: it was open, or could not be opened;
 * the page keeps trying. `ended`: the server said that coming back is of no use.
 */
export type LiveStatus = "connecting" | "open" | "lost" | "ended";

export type Welcome = Extract<ServerMessage, { type: "welcome" }>;

/** What of a WebSocket is used; a test hands in its own. */
type Socket = Pick<
  WebSocket,
  "binaryType" | "readyState" | "send" | "close" | "onmessage" | "onclose" | "onerror"
>;

interface LiveSocketOptions {
  connect: () => Socket;
  /** Whom the page was made for: a line that the server opens for somebody else who signed in since is none of its own. */
  memberId: string;
  /**
   * Asks whether nobody is signed in on this browser any more, after sockets that were refused: browsers don't tell a
   * page why. Must not throw; false where it can't be known.
   */
  isSignedOut?: () => Promise<boolean>;
  random?: () => number;
}

/** A page that hears nothing for so long has lost its line, in milliseconds. */
const SILENCE_MS = 2 * BEAT_MS;
/** A socket may take so long until the server's welcome, in milliseconds. */
const WELCOME_MS = 15_000;
/** Every so many sockets in a row that did not open, it is asked whether anybody is signed in. */
const ASK_EVERY = 4;
const OPEN = 1;
/** What browsers report where a socket broke without a word. */
const ABNORMAL = 1006;

/**
 * The page's one line to the server, for as long as the page lives. Text frames are messages; binary frames are handed
 * to whoever reads prose by `proseSocketClass`. What is said while the line is down is not kept: facts are written by
 * the API, and who opens an article says so again on the next welcome.
 */
export class LiveSocket {
  readonly proseSocketClass: ProseSocketClass;
  readonly #options: Required<LiveSocketOptions>;
  readonly #listeners = new Listeners();
  readonly #handlers = new Set<(message: ServerMessage) => void>();
  readonly #proseEnds = new Set<ProseEnd>();
  #status: LiveStatus = "connecting";
  #endedWhy: SessionEnd | null = null;
  #welcome: Welcome | null = null;
  #socket: Socket | null = null;
  #tries = 0;
  #heardAt = 0;
  #openedAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor({ isSignedOut = async () => false, random = Math.random, ...own }: LiveSocketOptions) {
    this.#options = { isSignedOut, random, ...own };
    this.proseSocketClass = proseSocketClassOf(this.#proseLine());
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** Why the session of an `ended` line did; null where the server did not say. */
  get endedWhy(): SessionEnd | null {
    return this.#endedWhy;
  }

  /** What the server said first on the socket that is open; null while none is. */
  get welcome(): Welcome | null {
    return this.#welcome;
  }

  /** Tells of every change of `status`. */
  readonly subscribe = this.#listeners.subscribe;

  /** Hands over what the server says, in its order, from now on. `welcome` comes when `status` is open already. */
  onMessage = (handler: (message: ServerMessage) => void): (() => void) => {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  };

  /** False where the line is not open; the message is not kept then. */
  send = (message: ClientMessage): boolean => {
    if (this.#status !== "open" || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  };

  /** Connects, and stays connected until `stop`. Again after an `ended` line too: who asks knows of a new session. */
  start = (): void => {
    if (this.#watch !== undefined) return;
    this.#watch = setInterval(() => this.#checkSilence(), BEAT_MS / 2);
    this.#tries = 0;
    this.#become("connecting");
    this.#connect();
  };

  /** Lets the line go without a word about it being lost: the page is left, or its person signs out. */
  stop = (): void => {
    clearInterval(this.#watch);
    this.#watch = undefined;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#letGo(LIVE_CLOSE.signedOut, "left");
  };

  /** Tries at once where it would wait: the network is back, or the person looks at the page again. */
  retryNow = (): void => {
    this.#checkSilence();
    if (this.#retry === undefined) return;
    clearTimeout(this.#retry);
    this.#connect();
  };

  /** Takes the line for lost without waiting for silence: the browser knows that there is no network. */
  drop = (): void => {
    if (this.#socket) this.#lose(ABNORMAL, "dropped");
  };

  #connect() {
    this.#retry = undefined;
    const socket = this.#options.connect();
    this.#socket = socket;
    this.#heardAt = Date.now();
    this.#openedAt = 0;
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => this.#heard(data);
    socket.onclose = ({ code, reason }) => this.#lose(code, reason);
    // A close follows every error and says as much as there is to know.
    socket.onerror = null;
  }

  #heard(data: unknown) {
    this.#heardAt = Date.now();
    if (data instanceof ArrayBuffer) {
      for (const end of this.#proseEnds) end.received(data);
      return;
    }
    const message = typeof data === "string" ? parseServerMessage(data) : null;
    if (!message) return;
    if (message.type === "welcome" && message.memberId !== this.#options.memberId)
      return this.#end("signed_in_again");
    if (message.type === "welcome") this.#welcomed(message);
    for (const handler of this.#handlers) handler(message);
  }

  #welcomed(message: Welcome) {
    this.#welcome = message;
    this.#openedAt = Date.now();
    this.#become("open");
    for (const end of [...this.#proseEnds]) end.opened();
  }

  #checkSilence() {
    if (!this.#socket) return;
    const limit = this.#status === "open" ? SILENCE_MS : WELCOME_MS;
    if (Date.now() - this.#heardAt > limit) this.#lose(ABNORMAL, "silence");
  }

  #lose(code: number, reason: string) {
    // A server that takes everybody in and throws them out again is not asked in ever shorter rounds.
    const wasOpen = this.#openedAt > 0;
    if (wasOpen && Date.now() - this.#openedAt > BEAT_MS) this.#tries = 0;
    this.#letGo(code, reason);
    if (code === LIVE_CLOSE.signedOut) return this.#sentAway(sessionEndSchema.safeParse(reason).data ?? null);
    if (!wasOpen && this.#tries % ASK_EVERY === 1) void this.#askSession();
    const delay = reconnectDelay({ tries: this.#tries, code, random: this.#options.random() });
    this.#tries += 1;
    this.#retry = setTimeout(() => this.#connect(), delay);
    this.#become("lost");
  }

  async #askSession() {
    const isSignedOut = await this.#options.isSignedOut();
    if (isSignedOut && this.#status === "lost" && this.#watch !== undefined) this.#end(null);
  }

  /**
   * A new password comes with a new session for the browser it was set in, and no message between its tabs is sure to
   * arrive after the line was ended: this browser is asked.
   */
  #sentAway(why: SessionEnd | null) {
    this.#end(why);
    if (why === "password_changed") void this.#goOnIfSignedIn();
  }

  async #goOnIfSignedIn() {
    const isSignedOut = await this.#options.isSignedOut();
    if (!isSignedOut && this.#status === "ended") this.start();
  }

  #end(why: SessionEnd | null) {
    this.stop();
    this.#endedWhy = why;
    this.#become("ended");
  }

  #letGo(code: number, reason: string) {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    this.#welcome = null;
    this.#openedAt = 0;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    for (const end of [...this.#proseEnds]) end.lost(code, reason);
  }

  #become(status: LiveStatus) {
    if (this.#status === status) return;
    this.#status = status;
    this.#listeners.tell();
  }

  #proseLine(): ProseLine {
    const isOpen = () => this.#status === "open" && this.#socket?.readyState === OPEN;
    return {
      get isOpen() {
        return isOpen();
      },
      sendBinary: (data) => {
        if (isOpen()) this.#socket?.send(data);
      },
      attach: (end) => {
        this.#proseEnds.add(end);
        return () => this.#proseEnds.delete(end);
      },
    };
  }
}

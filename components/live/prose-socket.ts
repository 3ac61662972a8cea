/** What carries the prose: the binary half of the page's line. */
export interface ProseLine {
  readonly isOpen: boolean;
  sendBinary: (data: ArrayBuffer | ArrayBufferView<ArrayBuffer>) => void;
  attach: (end: ProseEnd) => () => void;
}

/** What a line tells whoever reads its binary half. */
export interface ProseEnd {
  opened: () => void;
  received: (data: ArrayBuffer) => void;
  lost: (code: number, reason: string) => void;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
const NORMAL = 1000;

/**
 * Looks like a WebSocket to Hocuspocus' provider and is no connection of its own: it opens when the page's line is
 * open, waits while it is not, and shows binary frames only. Closing it leaves the line alone. The line watches itself
 * and comes back by itself, so the provider's own silence check (`messageReconnectTimeout`) has nothing to add.
 */
class ProseSocket extends EventTarget {
  binaryType: BinaryType = "arraybuffer";
  readyState: number = CONNECTING;
  readonly #line: ProseLine;
  readonly #detach: () => void;

  constructor(line: ProseLine) {
    super();
    this.#line = line;
    this.#detach = line.attach({
      opened: () => this.#open(),
      received: (data) => this.#received(data),
      lost: (code, reason) => this.#lost(code, reason),
    });
    // Listeners are added after the constructor, as with any WebSocket.
    if (line.isOpen) queueMicrotask(() => this.#open());
  }

  send(data: ArrayBuffer | ArrayBufferView<ArrayBuffer>): void {
    if (this.readyState === OPEN) this.#line.sendBinary(data);
  }

  close(code: number = NORMAL, reason = ""): void {
    if (this.readyState !== CLOSED) queueMicrotask(() => this.#closed(code, reason));
  }

  #open() {
    if (this.readyState !== CONNECTING || !this.#line.isOpen) return;
    this.readyState = OPEN;
    this.dispatchEvent(new Event("open"));
  }

  #received(data: ArrayBuffer) {
    if (this.readyState === OPEN) this.dispatchEvent(new MessageEvent("message", { data }));
  }

  /** Who still waits for the first opening goes on waiting: the line comes back sooner than a provider would ask. */
  #lost(code: number, reason: string) {
    if (this.readyState === OPEN) this.#closed(code, reason);
  }

  #closed(code: number, reason: string) {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#detach();
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason, wasClean: code === NORMAL }));
  }
}

export type ProseSocketClass = new (url?: string | URL) => ProseSocket;

/** The class that a provider instantiates with an address, which it need not know: there is one line. */
export const proseSocketClassOf = (line: ProseLine): ProseSocketClass =>
  class extends ProseSocket {
    constructor(_url?: string | URL) {
      super(line);
    }
  };

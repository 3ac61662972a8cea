import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Resolved } from "#server/auth/resolve-actor.ts";

/** Where prose is written together: takes over the binary frames of pages. */
export interface ProseService {
  connect(socket: ProseSocket, request: IncomingMessage, member: Resolved): ProseConnection;
  /** Stores what is being written. */
  close(): Promise<void>;
}

/** One page as a writer. */
export interface ProseConnection {
  /** The person may do other things now; null: nothing any more. */
  setActor(actor: Actor | null): void;
}

/** The socket of a page as the prose needs it. */
interface ProseLine {
  readonly readyState: number;
  sendBinary(data: Uint8Array): void;
  ping(): void;
  close(code?: number, reason?: string): void;
}

/**
 * A page's socket as the prose sees it: its binary frames and nothing else. It emits `message`, `pong` and `close` as
 * `ws` does.
 */
export class ProseSocket extends EventEmitter {
  readonly #line: ProseLine;

  constructor(line: ProseLine) {
    super();
    this.#line = line;
  }

  get readyState(): number {
    return this.#line.readyState;
  }

  send(data: Uint8Array, done?: (error?: Error) => void): void {
    this.#line.sendBinary(data);
    done?.();
  }

  ping(): void {
    this.#line.ping();
  }

  close(code?: number, reason?: string): void {
    this.#line.close(code, reason);
  }
}

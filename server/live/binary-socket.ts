import { EventEmitter } from "node:events";

/** What of a page's socket the prose may use. */
interface Line {
  readonly readyState: number;
  send(data: Uint8Array): void;
  close(code: number | undefined): void;
}

/**
 * A page's socket as the prose sees it: its binary frames and nothing else. Emits `message` and `close` as `ws` does;
 * whether the page is still there is watched over for all of it.
 */
export class BinarySocket extends EventEmitter {
  readonly #line: Line;

  constructor(line: Line) {
    super();
    this.#line = line;
  }

  get readyState(): number {
    return this.#line.readyState;
  }

  send(data: Uint8Array, done?: (error?: Error) => void): void {
    this.#line.send(data);
    done?.();
  }

  close(code?: number): void {
    this.#line.close(code);
  }
}

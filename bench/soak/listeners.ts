import { once } from "node:events";
import { WebSocket } from "ws";

/** Open pages, each in one of the articles that are worked on. */
export class Listeners {
  /** How many pieces of news came to all of them. */
  heard = 0;
  /** How many were hung up on. */
  dropped = 0;
  readonly #base: string;
  readonly #articleIds: readonly string[];
  readonly #sockets: WebSocket[] = [];

  constructor(base: string, articleIds: readonly string[]) {
    this.#base = base;
    this.#articleIds = articleIds;
  }

  /** Opens `count` pages of the member whose session is `cookie`. */
  async open(cookie: string, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const socket = new WebSocket(`${this.#base.replace("http", "ws")}/live`, {
        headers: { cookie, origin: this.#base },
      });
      this.#sockets.push(socket);
      socket.on("close", () => {
        this.dropped += 1;
      });
      socket.on("message", (data, isBinary) => {
        if (!isBinary && String(data).startsWith('{"type":"news"')) this.heard += 1;
      });
      await once(socket, "open");
      await once(socket, "message");
      const articleId = this.#articleIds[index % this.#articleIds.length];
      socket.send(JSON.stringify({ type: "open", articleId, after: 0 }));
    }
  }

  close(): void {
    for (const socket of this.#sockets) socket.removeAllListeners("close").terminate();
  }
}

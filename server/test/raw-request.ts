import { createConnection, type Socket } from "node:net";

/** What came back on a line, and whether the other side hung up. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
}

/** A request of which the body is sent by hand, so that it can be answered before it ends. */
export class RawRequest {
  readonly socket: Socket;
  #heard = "";
  #failed = false;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.socket = createConnection({ host: hostname, port: Number(port) });
    this.socket.on("data", (data) => {
      this.#heard += String(data);
    });
    this.socket.on("error", () => {
      this.#failed = true;
    });
  }

  /** Whether the line was cut without a word. */
  get failed(): boolean {
    return this.#failed;
  }

  send(text: string): this {
    this.socket.write(text);
    return this;
  }

  /** The head of a request, and what of its body comes with it. */
  begin(line: string, headers: Record<string, string>, body = ""): this {
    const lines = Object.entries({ host: "localhost", ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    return this.send(`${line} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  }

  /** Waits for a whole answer, whatever of the request is still to come. */
  async answer(): Promise<RawAnswer> {
    for (;;) {
      const [head = "", body] = this.#heard.split("\r\n\r\n", 2);
      const [statusLine = "", ...lines] = head.split("\r\n");
      const headers = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      const json = parsed(body ?? "");
      if (json) return { status: Number(statusLine.split(" ")[1]), headers, json };
      await new Promise((done) => this.socket.once("data", done).once("close", done));
      if (this.socket.closed) throw new Error(`hung up after: ${this.#heard}`);
    }
  }

  /** Waits until the other side has hung up. */
  async ended(): Promise<void> {
    if (!this.socket.closed) await new Promise((done) => this.socket.once("close", done));
  }
}

/** The object in a body, which may come in pieces with their lengths around it; null while it is not whole. */
function parsed(body: string): Record<string, unknown> | null {
  try {
    return JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}

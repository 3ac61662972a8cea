import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Doc, XmlElement, XmlText } from "yjs";
import type { Role } from "#domain/member.ts";
import { type ProseField, parseStoredMessage, proseRoom, storedMessage } from "#domain/prose.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { readProse } from "#editor/prose-document.ts";
import type { ProseConnection, ProseService } from "#server/prose/prose.ts";
import { makeMember } from "./member.ts";

const [OPEN, CLOSED] = [1, 3];

/** The server's end of a page's socket. */
class ServerEnd extends EventEmitter {
  readyState = OPEN;
  closeCode: number | null = null;
  readonly #page: PageEnd;

  constructor(page: PageEnd) {
    super();
    this.#page = page;
  }

  send(data: Uint8Array, done?: () => void): void {
    const copy = data.slice();
    setImmediate(() => this.#page.receive(copy));
    done?.();
  }

  close(code = 1000): void {
    this.closeCode ??= code;
    this.end(code);
  }

  end(code: number): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit("close", code, Buffer.from(""));
    setImmediate(() => this.#page.ended(code));
  }
}

/** The page's end, as Hocuspocus' provider wants a WebSocket. */
class PageEnd extends EventTarget {
  binaryType = "arraybuffer";
  readyState = 0;
  #server: ServerEnd | null = null;

  open(server: ServerEnd): void {
    this.#server = server;
    this.readyState = OPEN;
    this.dispatchEvent(new Event("open"));
  }

  receive(data: Uint8Array): void {
    if (this.readyState === OPEN) this.dispatchEvent(new MessageEvent("message", { data: data.buffer }));
  }

  send(data: Uint8Array): void {
    const copy = Buffer.from(data);
    const server = this.#server;
    setImmediate(() => server?.readyState === OPEN && server.emit("message", copy));
  }

  close(): void {
    this.#server?.end(1000);
    this.ended(1000);
  }

  ended(code: number): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason: "" }));
  }
}

/** A member's browser tab with one claim's prose open, on one instance or, later, another. */
export class ProsePage {
  readonly doc = new Doc();
  readonly actor: Actor;
  readonly name: string;
  readonly refusals: string[] = [];
  connection: ProseConnection | null = null;
  server: ServerEnd | null = null;
  #service: ProseService | null;
  #asked = 0;
  readonly #line: HocuspocusProviderWebsocket;
  readonly provider: HocuspocusProvider;
  readonly #answers = new Map<number, (type: string) => void>();

  constructor(service: ProseService, claimId: string, member: Actor & { name: string }) {
    this.#service = service;
    this.actor = { id: member.id, role: member.role };
    this.name = member.name;
    const page = this;
    class Polyfill extends PageEnd {
      constructor() {
        super();
        setImmediate(() => page.#open(this));
      }
    }
    this.#line = new HocuspocusProviderWebsocket({
      url: "ws://test",
      WebSocketPolyfill: Polyfill,
      delay: 10,
      minDelay: 10,
      maxDelay: 50,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#line,
      name: proseRoom(claimId),
      document: this.doc,
      token: "",
      onAuthenticationFailed: ({ reason }) => this.refusals.push(reason),
      onStateless: ({ payload }) => {
        const message = parseStoredMessage(payload);
        if (message) this.#answers.get(message.number)?.(message.type);
      },
    });
    this.provider.attach();
  }

  /** A new member of `role` opens the claim. */
  static async open(service: ProseService, claimId: string, role: Role = "editor"): Promise<ProsePage> {
    return new ProsePage(service, claimId, await makeMember(role));
  }

  get text(): { summary: string; rationale: string } {
    const { summary, rationale } = readProse(this.doc);
    const words = JSON.stringify(rationale ?? "").match(/"text":"[^"]*"/g) ?? [];
    return { summary, rationale: words.map((part) => part.slice(8, -1)).join("") };
  }

  /** Types at the end of a field's first paragraph, or at `at`. */
  type(field: ProseField, words: string, at?: number): void {
    const paragraph = this.doc.getXmlFragment(field).get(0);
    if (!(paragraph instanceof XmlElement)) throw new Error("The document is not here yet");
    this.doc.transact(() => {
      let text = paragraph.get(0);
      if (!(text instanceof XmlText)) {
        text = new XmlText();
        paragraph.insert(0, [text]);
      }
      (text as XmlText).insert(at ?? (text as XmlText).length, words);
    });
  }

  /** Answers when the server stored all that was sent before; its word is `stored` or `refused`. */
  stored(): Promise<string> {
    this.#asked += 1;
    const number = this.#asked;
    this.provider.sendStateless(storedMessage({ type: "stored?", number }));
    return new Promise((done) => this.#answers.set(number, done));
  }

  /** The line breaks, and stays away until `comeBack`. */
  cut(): void {
    this.#service = null;
    this.server?.end(1006);
  }

  comeBack(service: ProseService): void {
    this.#service = service;
  }

  close(): void {
    this.#service = null;
    this.provider.destroy();
    this.#line.destroy();
  }

  #open(end: PageEnd): void {
    const service = this.#service;
    if (!service) {
      end.ended(1006);
      return;
    }
    const server = new ServerEnd(end);
    this.server = server;
    const request = { headers: {}, url: "/live" } as IncomingMessage;
    this.connection = service.connect(server as never, request, { ...this.actor, name: this.name });
    end.open(server);
  }
}

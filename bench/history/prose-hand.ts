import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Doc, XmlElement, type XmlFragment, XmlText } from "yjs";
import type { LiveSocket } from "#components/live/live-socket.ts";
import { proseRoom } from "#domain/prose.ts";
import type { Chance } from "./chance.ts";

const FIELD = "rationale";
/** Around every word that is typed; words are only put between others, so that each stays whole. */
const END = "⟧";

/** Somebody who writes in the prose of some claims, over the line of their page. */
export class ProseHand {
  readonly #name: string;
  readonly #draw: Chance;
  readonly #websocket: HocuspocusProviderWebsocket;
  readonly #rooms: { claimId: string; document: Doc; provider: HocuspocusProvider }[];
  /** Words by claim: what was typed here and not taken back, and what was taken back. */
  readonly typed = new Map<string, Set<string>>();
  readonly takenBack = new Map<string, Set<string>>();
  #words = 0;

  constructor(options: { name: string; line: LiveSocket; claimIds: readonly string[]; draw: Chance }) {
    this.#name = options.name;
    this.#draw = options.draw;
    this.#websocket = new HocuspocusProviderWebsocket({
      url: "ws://page.invalid",
      WebSocketPolyfill: options.line.proseSocketClass,
      delay: 100,
      minDelay: 50,
      maxDelay: 200,
    });
    this.#rooms = options.claimIds.map((claimId) => {
      const document = new Doc();
      const name = proseRoom(claimId);
      const provider = new HocuspocusProvider({ websocketProvider: this.#websocket, name, document });
      provider.attach();
      this.typed.set(claimId, new Set());
      this.takenBack.set(claimId, new Set());
      return { claimId, document, provider };
    });
  }

  /** Types a word somewhere, or takes one of one's own back. Nothing before the document has come. */
  write(): void {
    const room = this.#draw.one(this.#rooms);
    const paragraph = room?.document.getXmlFragment(FIELD).get(0);
    if (!room || !(paragraph instanceof XmlElement)) return;
    const own = [...(this.typed.get(room.claimId) ?? [])];
    const word = this.#draw.is(0.15) ? this.#draw.one(own) : undefined;
    room.document.transact(() => {
      if (word === undefined) this.#type(room.claimId, textIn(paragraph));
      else this.#takeBack(room.claimId, paragraph, word);
    });
  }

  /** The words of a claim's prose as they stand here. */
  text(claimId: string): string {
    const room = this.#rooms.find((one) => one.claimId === claimId);
    return room ? proseWords(room.document) : "";
  }

  /** Whether nothing typed here still waits for the server's word that it has it. */
  get isSettled(): boolean {
    return this.#rooms.every(({ provider }) => provider.isSynced && !provider.hasUnsyncedChanges);
  }

  close(): void {
    for (const { provider } of this.#rooms) provider.destroy();
    this.#websocket.destroy();
  }

  #type(claimId: string, text: XmlText): void {
    this.#words += 1;
    const word = `⟦${this.#name}-${this.#words}${END}`;
    const words = wordsOf(text);
    const gaps = [0, ...[...words].flatMap((letter, at) => (letter === END ? [at + 1] : []))];
    text.insert(this.#draw.one(gaps) ?? 0, word);
    this.typed.get(claimId)?.add(word);
  }

  #takeBack(claimId: string, paragraph: XmlElement, word: string): void {
    for (const text of paragraph.toArray().filter((node) => node instanceof XmlText)) {
      const at = wordsOf(text).indexOf(word);
      if (at < 0) continue;
      text.delete(at, word.length);
      this.typed.get(claimId)?.delete(word);
      this.takenBack.get(claimId)?.add(word);
      return;
    }
  }
}

function textIn(paragraph: XmlElement): XmlText {
  const first = paragraph.get(0);
  if (first instanceof XmlText) return first;
  const text = new XmlText();
  paragraph.insert(0, [text]);
  return text;
}

/** All words of a document's rationale, in order. */
export const proseWords = (document: Doc): string => textsIn(document.getXmlFragment(FIELD)).join("");

function textsIn(node: XmlFragment | XmlElement): string[] {
  return node
    .toArray()
    .flatMap((child) =>
      child instanceof XmlText ? [wordsOf(child)] : child instanceof XmlElement ? textsIn(child) : [],
    );
}

const wordsOf = (text: XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : ""))
    .join("");

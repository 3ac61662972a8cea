import type { Document } from "@hocuspocus/server";
import type { Awareness } from "y-protocols/awareness";
import type { Caret } from "./frame.ts";

/** A page's line into the prose, as carets know it: to Hocuspocus it is the socket. */
interface Page {
  readonly memberId: string;
}

const known = new WeakMap<Document, Carets>();

/**
 * Whose the carets of one document are. Yjs takes any change of any caret from whoever sends it; here a page may change
 * one, its own: the first that it showed and that was nobody else's.
 */
export class Carets {
  readonly #document: Document;
  readonly #awareness: Awareness;
  /** Whose a client's caret is or was: nobody takes one up that another person left. */
  readonly #members = new Map<number, string>();
  readonly #clients = new Map<Page, number>();

  /** Those of `document`, followed from the first call on. */
  static of(document: Document): Carets {
    const carets = known.get(document) ?? new Carets(document);
    known.set(document, carets);
    return carets;
  }

  private constructor(document: Document) {
    this.#document = document;
    this.#awareness = document.awareness;
    this.#awareness.on("update", ({ added, updated }: Record<"added" | "updated", number[]>) => {
      for (const client of [...added, ...updated]) this.#note(client);
    });
  }

  /** Those among `carets` that `page` may change. One of them it shows from now on. */
  ownOf(page: Page, carets: readonly Caret[]): Caret[] {
    const own = carets.filter((caret) => this.#isOwn(page, caret));
    for (const { client, state } of own) if (state !== null) this.#show(page, client);
    return own;
  }

  /** The page left the document. */
  leave(page: Page): void {
    this.#clients.delete(page);
  }

  #isOwn(page: Page, { client, clock, state }: Caret): boolean {
    const shown = this.#clients.get(page);
    if (shown !== undefined) return shown === client;
    return state !== null && this.#mayTake(page, client, clock);
  }

  /**
   * A page that comes back over a new line, while the old one is not known to be broken, goes on with its caret: it
   * alone knows of a newer state than we do. What a page only repeats is no newer.
   */
  #mayTake({ memberId }: Page, client: number, clock: number): boolean {
    const owner = this.#members.get(client);
    if (owner === undefined) return true;
    return owner === memberId && clock > (this.#awareness.meta.get(client)?.clock ?? 0);
  }

  /** Also to Hocuspocus, which takes a caret away with its line and does not notice one that came back. */
  #show(page: Page, client: number): void {
    if (this.#clients.get(page) !== client) {
      for (const [other, theirs] of this.#clients) if (theirs === client) this.#clients.delete(other);
      for (const { clients } of this.#document.connections.values()) clients.delete(client);
    }
    this.#clients.set(page, client);
    this.#members.set(client, page.memberId);
    this.#document.getClients(page as never).add(client);
  }

  #note(client: number): void {
    const memberId = this.#awareness.getStates().get(client)?.user?.id;
    if (typeof memberId === "string") this.#members.set(client, memberId);
  }
}

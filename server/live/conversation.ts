import { type ClientMessage, clientMessageSchema } from "#domain/live.ts";
import type { Present, Whereabouts } from "#domain/presence.ts";
import { may } from "#domain/rights/table.ts";
import { log } from "#server/log.ts";
import { Turns } from "#server/turns.ts";
import type { ArticleRooms } from "./article-rooms.ts";
import type { Connection } from "./connection.ts";
import type { People } from "./people.ts";

/** Where somebody is who just opened an article. */
const AT_THE_DOOR: Whereabouts = { claimId: null, field: null, idle: false };

/** What one page says, answered in its order. */
export class Conversation {
  readonly #page: Connection;
  readonly #rooms: ArticleRooms;
  readonly #people: People;
  readonly #turns = new Turns();
  #articleId: string | null = null;
  #whereabouts = AT_THE_DOOR;

  constructor(page: Connection, rooms: ArticleRooms, people: People) {
    this.#page = page;
    this.#rooms = rooms;
    this.#people = people;
  }

  hear(text: string): void {
    const message = parsed(text);
    if (message) void this.#turns.take(() => this.#answerOrClose(message));
    else this.#page.close("badMessage");
  }

  /** The page's member has another name or other rights. */
  becameOther(): void {
    this.#show();
  }

  /** The page is gone, or is about something else now. */
  leave(): void {
    this.#page.room?.leave(this.#page);
    this.#people.remove(this.#page.id);
    this.#articleId = null;
    this.#whereabouts = AT_THE_DOOR;
  }

  async #answerOrClose(message: ClientMessage): Promise<void> {
    try {
      if (this.#page.isOpen) await this.#answer(message);
    } catch (error) {
      log().error({ err: error, type: message.type }, "cannot answer a page");
      // It comes back after a while and says it again.
      this.#page.close("restarting");
    }
  }

  async #answer(message: ClientMessage): Promise<void> {
    switch (message.type) {
      case "open":
        await this.#open(message.articleId, message.after);
        break;
      case "leave":
        this.leave();
        break;
      case "whereabouts": {
        const { type: _, ...whereabouts } = message;
        this.#whereabouts = whereabouts;
        this.#show();
      }
    }
  }

  async #open(articleId: string, after: number): Promise<void> {
    this.leave();
    if (!may(this.#page.member.actor, "article.read"))
      return this.#page.send({ type: "refused", articleId, code: "FORBIDDEN" });
    const room = await this.#rooms.of(articleId);
    if (!room) return this.#page.send({ type: "refused", articleId, code: "NOT_FOUND" });
    this.#articleId = articleId;
    await room.join(this.#page, after, () => {
      this.#show();
      return this.#people.in(articleId);
    });
    // Closed while it joined: nobody else takes it out again.
    if (!this.#page.isOpen) this.leave();
  }

  #show(): void {
    if (this.#articleId === null || !this.#page.isOpen) return;
    const { actor, name } = this.#page.member;
    const person: Present = {
      ...this.#whereabouts,
      connectionId: this.#page.id,
      member: { id: actor.id, name },
    };
    this.#people.put(this.#articleId, person, null);
  }
}

function parsed(text: string): ClientMessage | null {
  try {
    return clientMessageSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

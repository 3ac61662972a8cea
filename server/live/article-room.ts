import type { LiveEvent, ServerMessage } from "#domain/live.ts";
import type { Role } from "#domain/member.ts";
import type { Present } from "#domain/presence.ts";
import { db } from "#server/db.ts";
import type { Reader } from "#server/quick-reads.ts";
import {
  loadArticleNews,
  loadBulletNews,
  loadNewestEvents,
  loadRevisionNews,
  loadTouchingEvents,
  MAX_TOLD_EVENTS,
} from "#server/reads/news.ts";
import { Turns } from "#server/turns.ts";
import { liveEventView } from "#server/views/live-event.ts";
import { ClaimShelf } from "./claim-shelf.ts";
import type { Connection } from "./connection.ts";
import { liveRights, type NewsParts, newsText } from "./news-text.ts";
import { Retried } from "./retried.ts";
import { nothingTouched, type Touched, touch, touchedAfter } from "./touched.ts";

/**
 * One article while pages have it open: follows its log and tells them what is so. Woken or not, it only ever goes on
 * from the last event it told of, so no event is skipped and none is told of twice.
 */
export class ArticleRoom {
  readonly #articleId: string;
  readonly #reader: Reader;
  readonly #pages = new Set<Connection>();
  readonly #shelf: ClaimShelf;
  readonly #turns = new Turns();
  readonly #following = new Retried("follow an article", () => this.#turns.take(() => this.#catchUp()));
  /** Everything touched after `#horizon`, and the newest events after it. */
  readonly #touched = nothingTouched();
  #told: LiveEvent[] = [];
  #horizon: number;
  #seq: number;
  /** Since when no page has it open, in milliseconds since 1970; null while one has. */
  #emptySince: number | null = Date.now();

  /** @param seq of the last event that counts as told: pages that know it have missed nothing */
  constructor(articleId: string, seq: number, reader: Reader) {
    this.#articleId = articleId;
    this.#reader = reader;
    this.#shelf = new ClaimShelf(articleId, reader);
    this.#horizon = seq;
    this.#seq = seq;
  }

  /** There is an event `seq`. */
  wake(seq: number): void {
    if (seq > this.#seq) void this.#following.ask();
  }

  /** A person's name changed. */
  forgetNames(): void {
    void this.#turns.take(async () => this.#shelf.dropAll());
  }

  /** Somebody is about to join. */
  keep(): void {
    if (this.#emptySince !== null) this.#emptySince = Date.now();
  }

  /** For how long no page has had it open, in milliseconds. */
  emptyFor(now: number): number {
    return this.#emptySince === null ? 0 : now - this.#emptySince;
  }

  /** Brings a page up to date that knows everything up to event `after`, and keeps it so. */
  join(page: Connection, after: number, people: () => Present[]): Promise<void> {
    return this.#turns.take(async () => {
      // The page read the article after events that no wake-up has brought here yet.
      if (after > this.#seq) await this.#catchUp();
      const news = after < this.#seq ? await this.#newsAfter(after) : null;
      if (!page.isOpen) return;
      this.#pages.add(page);
      this.#emptySince = null;
      page.room = this;
      const { role } = page.member.actor;
      const opened = {
        type: "opened",
        articleId: this.#articleId,
        seq: this.#seq,
        rights: liveRights(role),
        people: people(),
      } satisfies Omit<Extract<ServerMessage, { type: "opened" }>, "news">;
      const text = news ? newsText(news, role) : "null";
      page.sendText(Buffer.from(`{"news":${text},${JSON.stringify(opened).slice(1)}`));
    });
  }

  leave(page: Connection): void {
    page.room = null;
    if (this.#pages.delete(page) && this.#pages.size === 0) this.#emptySince = Date.now();
  }

  /** Says the same to every page. */
  tell(message: ServerMessage): void {
    if (this.#pages.size === 0) return;
    const text = Buffer.from(JSON.stringify(message));
    for (const page of this.#pages) page.sendText(text);
  }

  close(): Promise<void> {
    return this.#following.close();
  }

  async #catchUp(): Promise<void> {
    const from = this.#seq;
    const events = await loadNewestEvents(this.#reader, this.#articleId, from);
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last) return;
    const skipped = first.seq > from + 1 ? await this.#loadTouching(from, first.seq) : [];
    const touched = nothingTouched();
    for (const event of [...skipped, ...events]) {
      touch(touched, event);
      touch(this.#touched, event);
    }
    if (touched.revision > 0) this.#shelf.forget();
    else this.#shelf.drop(touched.claims.keys());
    const told = events.map(liveEventView);
    const news = this.#pages.size > 0 ? await this.#collect(from, last.seq, touched, told) : null;
    this.#seq = last.seq;
    this.#told = [...this.#told, ...told].slice(-MAX_TOLD_EVENTS);
    if (news) this.#tellNews(news);
  }

  #tellNews(news: NewsParts): void {
    const texts = new Map<Role, Buffer>();
    for (const page of this.#pages) {
      const { role } = page.member.actor;
      const text = texts.get(role) ?? Buffer.from(`{"type":"news","news":${newsText(news, role)}}`);
      texts.set(role, text);
      page.sendText(text);
    }
  }

  async #newsAfter(after: number): Promise<NewsParts> {
    if (after < this.#horizon) await this.#lookBack(after);
    const events = this.#told.filter(({ seq }) => seq > after);
    return await this.#collect(after, this.#seq, touchedAfter(this.#touched, after), events);
  }

  /** Somebody was away for longer than this room remembers. */
  async #lookBack(after: number): Promise<void> {
    const newest = await loadNewestEvents(this.#reader, this.#articleId, after);
    const events = newest.filter(({ seq }) => seq <= this.#seq);
    const first = events[0]?.seq ?? this.#seq + 1;
    const skipped = first > after + 1 ? await this.#loadTouching(after, first) : [];
    for (const event of [...skipped, ...events]) touch(this.#touched, event);
    this.#told = events.map(liveEventView);
    this.#horizon = after;
  }

  #loadTouching(after: number, before: number) {
    return loadTouchingEvents(this.#reader, this.#articleId, after, before);
  }

  async #collect(from: number, to: number, touched: Touched, events: LiveEvent[]): Promise<NewsParts> {
    const articleId = this.#articleId;
    const [{ claims, gone }, bullets, revision, article] = await Promise.all([
      this.#shelf.read([...touched.claims.keys()]),
      loadBulletNews(db(), articleId, [...touched.bullets.keys()]),
      touched.revision > 0 ? loadRevisionNews(db(), articleId) : null,
      touched.article > 0 ? loadArticleNews(db(), articleId) : null,
    ]);
    const threads = [...touched.threads].map(([id, { claimId }]) => ({ id, claimId }));
    return { articleId, from, to, events, claims, gone, bullets, threads, revision, article };
  }
}

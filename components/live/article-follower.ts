import type { ClientMessage, LiveRights, News, ServerMessage } from "#domain/live.ts";
import type { Present, Whereabouts } from "#domain/presence.ts";

/** What the follower needs of the page's line. */
export interface FollowedLine {
  readonly status: string;
  send: (message: ClientMessage) => boolean;
  onMessage: (handler: (message: ServerMessage) => void) => () => void;
  subscribe: (listener: () => void) => () => void;
}

/** What becomes of what is heard about the article. */
export interface FollowedArticle {
  /** News that follow on what was taken before without a gap; what they say holds now. */
  take: (news: News) => void;
  allow: (rights: LiveRights) => void;
  /** Everybody who has the article open, this page included. Empty while the line is down: nobody knows then. */
  meet: (people: readonly Present[]) => void;
  /** The article is not there, or not for this member any more. */
  refuse: (code: "NOT_FOUND" | "FORBIDDEN") => void;
}

/**
 * Keeps one article up to date over a line that may break, lose, repeat or reorder: events are numbered without gaps, so
 * news that begin after the last known number tell of a loss, and the article is opened again from there; news that end
 * before it are old and are not shown, because what they hold may have changed since.
 */
export class ArticleFollower {
  readonly #articleId: string;
  readonly #line: FollowedLine;
  readonly #article: FollowedArticle;
  readonly #people = new Map<string, Present>();
  #seq: number;
  #isAsking = false;
  #isOpen = false;
  #whereabouts: Whereabouts = { claimId: null, field: null, idle: false };

  /** @param options.seq the number of the last event that the page's first answer knew of */
  constructor(options: { articleId: string; seq: number; line: FollowedLine; article: FollowedArticle }) {
    this.#articleId = options.articleId;
    this.#line = options.line;
    this.#article = options.article;
    this.#seq = options.seq;
  }

  /** The number of the last event that was taken in. */
  get seq(): number {
    return this.#seq;
  }

  /** Follows from now on. @returns how to stop: the person left the article. */
  start(): () => void {
    const unsubscribe = [
      this.#line.onMessage((message) => this.#hear(message)),
      this.#line.subscribe(() => this.#line.status === "open" || this.#lose()),
    ];
    if (this.#line.status === "open") this.#open();
    return () => {
      for (const stop of unsubscribe) stop();
      if (this.#isOpen || this.#isAsking) this.#line.send({ type: "leave" });
      this.#lose();
    };
  }

  /** Says where the person is, now and again after every return of the line. */
  tell(whereabouts: Whereabouts): void {
    this.#whereabouts = whereabouts;
    if (this.#isOpen) this.#line.send({ type: "whereabouts", ...whereabouts });
  }

  #open() {
    this.#isAsking = this.#line.send({ type: "open", articleId: this.#articleId, after: this.#seq });
  }

  #lose() {
    this.#isAsking = false;
    this.#isOpen = false;
    if (this.#people.size === 0) return;
    this.#people.clear();
    this.#article.meet([]);
  }

  #hear(message: ServerMessage) {
    switch (message.type) {
      case "welcome":
        this.#open();
        break;
      case "opened":
        if (message.articleId === this.#articleId) this.#opened(message);
        break;
      case "refused":
        if (message.articleId === this.#articleId) this.#refused(message.code);
        break;
      case "news":
        if (message.news.articleId === this.#articleId) this.#news(message.news);
        break;
      case "people":
        if (this.#isOpen) this.#meet(message);
        break;
      case "rights":
        if (this.#isOpen) this.#article.allow(message.rights);
    }
  }

  #refused(code: "NOT_FOUND" | "FORBIDDEN") {
    this.#lose();
    this.#article.refuse(code);
  }

  #opened({ seq, rights, people, news }: Extract<ServerMessage, { type: "opened" }>) {
    this.#isAsking = false;
    this.#isOpen = true;
    this.#article.allow(rights);
    if (news) this.#news(news);
    if (seq > this.#seq && !this.#isAsking) this.#seq = seq;
    this.#people.clear();
    this.#meet({ here: people, left: [] });
    this.#line.send({ type: "whereabouts", ...this.#whereabouts });
  }

  #news(news: News) {
    if (news.to <= this.#seq) return;
    if (news.from > this.#seq) {
      if (!this.#isAsking) this.#open();
      return;
    }
    this.#seq = news.to;
    this.#article.take(news);
  }

  #meet({ here, left }: { here: readonly Present[]; left: readonly string[] }) {
    for (const connectionId of left) this.#people.delete(connectionId);
    for (const present of here) this.#people.set(present.connectionId, present);
    this.#article.meet([...this.#people.values()]);
  }
}

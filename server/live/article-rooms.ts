import { idSchema } from "#domain/id.ts";
import type { ServerMessage } from "#domain/live.ts";
import type { Reader } from "#server/quick-reads.ts";
import { loadEventSeqs } from "#server/reads/news.ts";
import type { WakeUps } from "#server/wake-ups.ts";
import { ArticleRoom } from "./article-room.ts";
import { Retried } from "./retried.ts";

/** How often open articles are compared with the log, in milliseconds: a wake-up may be lost without a sign. */
const COMPARE_EVERY = 15_000;
/** How long an article is still followed after its last page left, in milliseconds: most come back at once. */
const LINGER = 60_000;

/** The articles that pages of this instance have open. */
export class ArticleRooms {
  readonly #rooms = new Map<string, Promise<ArticleRoom | null>>();
  readonly #reader: Reader;
  readonly #comparing = new Retried("compare open articles with the log", () => this.#compare());
  readonly #stops: (() => void)[];

  constructor(wakeUps: WakeUps, reader: Reader) {
    this.#reader = reader;
    const timer = setInterval(() => {
      void this.#comparing.ask();
      void this.#sweep();
    }, COMPARE_EVERY);
    this.#stops = [
      () => clearInterval(timer),
      wakeUps.on("article", (rest) => this.#wake(rest)),
      wakeUps.on("member", () => this.#each((room) => room.forgetNames())),
      wakeUps.onGap(() => void this.#comparing.ask()),
    ];
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of an article; null where there is no such article. */
  async of(articleId: string): Promise<ArticleRoom | null> {
    const known = await this.#rooms.get(articleId);
    known?.keep();
    if (known) return known;
    // Kept before it is there: wake-ups from now on must find it.
    const opening = openRoom(articleId, this.#reader);
    this.#rooms.set(articleId, opening);
    const room = await opening.catch((error: unknown) => {
      this.#rooms.delete(articleId);
      throw error;
    });
    if (!room) this.#rooms.delete(articleId);
    return room;
  }

  /** Says the same to every page that has the article open. */
  tell(articleId: string, message: ServerMessage): void {
    void this.#rooms.get(articleId)?.then((room) => room?.tell(message), ignore);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    const rooms = await Promise.allSettled(this.#rooms.values());
    await Promise.all([
      this.#comparing.close(),
      ...rooms.map((room) => (room.status === "fulfilled" ? room.value?.close() : undefined)),
    ]);
  }

  #wake(rest: string): void {
    const [articleId = "", seq] = rest.split(":");
    void this.#rooms.get(articleId)?.then((room) => room?.wake(Number(seq)), ignore);
  }

  #each(work: (room: ArticleRoom, articleId: string) => void): void {
    for (const [articleId, opening] of this.#rooms)
      void opening.then((room) => room && work(room, articleId), ignore);
  }

  async #compare(): Promise<void> {
    if (this.#rooms.size === 0) return;
    const seqs = await loadEventSeqs([...this.#rooms.keys()]);
    this.#each((room, articleId) => room.wake(seqs.get(articleId) ?? 0));
  }

  #sweep(): void {
    const now = Date.now();
    this.#each((room, articleId) => {
      if (room.emptyFor(now) < LINGER) return;
      this.#rooms.delete(articleId);
      void room.close();
    });
  }
}

/** Whoever asked for the room hears of it. */
const ignore = (): void => {};

async function openRoom(articleId: string, reader: Reader): Promise<ArticleRoom | null> {
  if (!idSchema.safeParse(articleId).success) return null;
  const seq = (await loadEventSeqs([articleId])).get(articleId);
  return seq === undefined ? null : new ArticleRoom(articleId, seq, reader);
}

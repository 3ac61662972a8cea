import { Listeners } from "#components/ui/listeners.ts";
import type { SessionEnd } from "#domain/session.ts";
import type { LiveSocket } from "./live-socket.ts";

/**
 * What a person is told of the line. `quiet`: nothing. `lost`: it has been down for longer than a blink. `back`: it is
 * there again, after they were told that it was not. `ended`: nobody is signed in on this page any more.
 */
export type LineNews = "quiet" | "lost" | "back" | "ended";

/** A line that returns sooner was not gone as far as a person cares, in milliseconds. */
const BLINK_MS = 2_500;
/**
 * A browser that has another session for the same member by now gets its line back so soon that its end is not worth a
 * word, in milliseconds.
 */
const REPLACED_MS = 2_500;
/** How long it is said that the line is back, in milliseconds. */
const BACK_MS = 4_000;

/** Turns the states of the line into what is worth a sentence, so that a short break says nothing at all. */
export class LineWatch {
  readonly #live: Pick<LiveSocket, "status" | "endedWhy" | "subscribe">;
  readonly #listeners = new Listeners();
  #news: LineNews = "quiet";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: Pick<LiveSocket, "status" | "endedWhy" | "subscribe">) {
    this.#live = live;
  }

  get = (): LineNews => this.#news;

  readonly subscribe = this.#listeners.subscribe;

  /** @returns how to stop */
  start(): () => void {
    const unsubscribe = this.#live.subscribe(() => this.#look());
    this.#look();
    return () => {
      unsubscribe();
      clearTimeout(this.#timer);
    };
  }

  #look() {
    clearTimeout(this.#timer);
    switch (this.#live.status) {
      case "ended":
        if (isReplaced(this.#live.endedWhy))
          this.#timer = setTimeout(() => this.#become("ended"), REPLACED_MS);
        else this.#become("ended");
        break;
      case "open":
        if (this.#news === "quiet") break;
        this.#become("back");
        this.#timer = setTimeout(() => this.#become("quiet"), BACK_MS);
        break;
      case "lost":
        if (this.#news === "back") this.#become("lost");
        else this.#timer = setTimeout(() => this.#become("lost"), BLINK_MS);
    }
  }

  #become(news: LineNews) {
    if (news === this.#news) return;
    this.#news = news;
    this.#listeners.tell();
  }
}

const isReplaced = (why: SessionEnd | null): boolean =>
  why === "password_changed" || why === "signed_in_again";

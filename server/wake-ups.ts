import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { suspectDatabase } from "#server/database-presence.ts";
import { type Line, openLine } from "#server/listening-line.ts";
import { log } from "#server/log.ts";

/** PostgreSQL takes payloads below 8,000 bytes; the rest of a message, in bytes of UTF-8, leaves room for its head. */
export const MAX_WAKE_UP_BYTES = 7_900;

/** Between two attempts to listen again, in milliseconds; doubled by every failure up to the longest. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * What wakes this instance up: the database's triggers at a commit, and other instances. A message is `topic:rest`.
 * It is never the truth itself and may be lost: who is woken reads what is so, and after a gap reads it anyway.
 */
export interface WakeUps {
  /** This process among those on the same database; another one after each start. */
  readonly instanceId: string;
  /** False while the line is away. Operators see it. */
  readonly isListening: boolean;
  /** Calls `handler` with the rest of every message on `topic` (the text before the first `:`). Answers how to stop. */
  on(topic: string, handler: (rest: string) => void): () => void;
  /** Calls `handler` when the line was away and is back: anything may have been missed. Answers how to stop. */
  onGap(handler: () => void): () => void;
  /**
   * Tells every other instance; this one does not hear itself. `rest` holds no NUL.
   *
   * @throws RangeError above `MAX_WAKE_UP_BYTES`; any error while the line is away: others then have a gap as well
   */
  publish(topic: string, rest: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts listening. Answers after the first attempt, also when it failed: attempts go on until `close`. */
export async function openWakeUps(): Promise<WakeUps> {
  const listener = new Listener();
  await listener.start();
  return listener;
}

class Listener implements WakeUps {
  readonly instanceId = randomUUID();
  readonly #handlers = new Map<string, Set<(rest: string) => void>>();
  readonly #gapHandlers = new Set<() => void>();
  readonly #closing = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #line: Line | null = null;
  #outgoing: string[] = [];
  #sending: Promise<void> = Promise.resolve();
  #nextSending: Promise<void> | null = null;

  get isListening(): boolean {
    return this.#line !== null;
  }

  start(): Promise<void> {
    return new Promise((tried) => {
      this.#running = this.#keepListening(tried);
    });
  }

  on(topic: string, handler: (rest: string) => void): () => void {
    const handlers = this.#handlers.get(topic) ?? new Set();
    this.#handlers.set(topic, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  onGap(handler: () => void): () => void {
    this.#gapHandlers.add(handler);
    return () => this.#gapHandlers.delete(handler);
  }

  async publish(topic: string, rest: string): Promise<void> {
    const bytes = Buffer.byteLength(rest);
    if (bytes > MAX_WAKE_UP_BYTES) throw new RangeError(`${bytes} bytes are too many for a wake-up`);
    this.#outgoing.push(`@${this.instanceId} ${topic}:${rest}`);
    // While one batch is on its way the next one gathers: many small messages cost few statements.
    this.#nextSending ??= this.#sendAfter(this.#sending);
    await this.#nextSending;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#line?.end();
    await this.#running;
  }

  async #sendAfter(before: Promise<void>): Promise<void> {
    await before.catch(() => {});
    this.#nextSending = null;
    const batch = this.#outgoing.splice(0);
    this.#sending = this.#line?.send(batch) ?? Promise.reject(new Error("Wake-ups cannot be sent now"));
    await this.#sending;
  }

  async #keepListening(tried: () => void): Promise<void> {
    const { signal } = this.#closing;
    let hasGap = false;
    let failures = 0;
    while (!signal.aborted) {
      const line = await openLine((payload) => this.#hear(payload)).catch(asError);
      if (line instanceof Error) {
        failures += 1;
        log().error({ err: line, failures }, "cannot listen for wake-ups");
      } else {
        failures = 0;
        this.#line = line;
        if (signal.aborted) line.end();
        else if (hasGap) this.#announceGap();
        tried();
        const reason = await line.lost;
        this.#line = null;
        if (!signal.aborted) {
          // Of all that depends on the database, this connection is the first to know.
          suspectDatabase();
          log().warn({ err: reason }, "stopped hearing wake-ups");
        }
      }
      tried();
      hasGap = true;
      await pause(pauseAfter(failures), undefined, { signal }).catch(() => {});
    }
  }

  #announceGap(): void {
    log().info("hearing wake-ups again");
    for (const handler of this.#gapHandlers) shielded(handler);
  }

  #hear(payload: string): void {
    const said = this.#withoutSender(payload);
    const colon = said?.indexOf(":") ?? -1;
    if (said === null || colon < 0) return;
    const rest = said.slice(colon + 1);
    for (const handler of this.#handlers.get(said.slice(0, colon)) ?? []) shielded(() => handler(rest));
  }

  /** Instances sign their messages `@id `, triggers do not; null for our own. */
  #withoutSender(payload: string): string | null {
    if (!payload.startsWith("@")) return payload;
    const space = payload.indexOf(" ");
    return payload.slice(1, space) === this.instanceId ? null : payload.slice(space + 1);
  }
}

/** One listener's defect must not keep the others from hearing. */
function shielded(work: () => void): void {
  try {
    work();
  } catch (error) {
    log().error({ err: error }, "a wake-up was not taken in");
  }
}

/** With jitter, so that instances do not all come back at the same moment. */
function pauseAfter(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  return longest * (0.5 + Math.random() / 2);
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

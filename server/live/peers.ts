import { log } from "#server/log.ts";
import { MAX_WAKE_UP_BYTES, type WakeUps } from "#server/wake-ups.ts";
import { inPieces, type Left, type PeerMessage, type Placed, peerMessageSchema } from "./peer-message.ts";
import type { People, PeopleChange } from "./people.ts";

const TOPIC = "peers";
const BEAT_EVERY = 5_000;
/** An instance that says nothing for so long is gone, and its people with it. In milliseconds. */
const SILENCE = 15_000;
/** Room for what is around the people in a message, in bytes. */
const HEAD = 400;

type Said = PeerMessage extends infer M
  ? M extends PeerMessage
    ? Omit<M, "from" | "number">
    : never
  : never;

/**
 * Presence across instances on one database. Each tells of its own people: changes as they happen, all of them when
 * asked. Who misses a message notices by its number and asks; who is alone only says that it is there.
 */
export class Peers {
  readonly #wakeUps: WakeUps;
  readonly #people: People;
  /** What is known of each other instance: the number of its last message, and when it came. */
  readonly #peers = new Map<string, { number: number; heardAt: number }>();
  readonly #stops: (() => void)[];
  #number = 0;

  constructor(wakeUps: WakeUps, people: People) {
    this.#wakeUps = wakeUps;
    this.#people = people;
    const timer = setInterval(() => this.#beat(), BEAT_EVERY);
    this.#stops = [
      () => clearInterval(timer),
      wakeUps.on(TOPIC, (rest) => this.#hear(rest)),
      wakeUps.onGap(() => this.#ask()),
    ];
    this.#ask();
  }

  /** Passes on what changed about our own people in an article. */
  tell(articleId: string, { here, left }: PeopleChange): void {
    if (this.#peers.size === 0 || here.length + left.length === 0) return;
    const placed = here.map((person) => ({ ...person, articleId }));
    const gone = left.map((connectionId) => ({ articleId, connectionId }));
    this.#tellPeople(placed, gone, false);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    if (this.#peers.size > 0) await this.#say({ type: "bye" });
  }

  #hear(rest: string): void {
    const message = parsed(rest);
    if (message?.type === "bye") this.#forget(message.from);
    else if (message) this.#hearOf(message);
  }

  #hearOf(message: Exclude<PeerMessage, { type: "bye" }>): void {
    const { from, number } = message;
    const isNext = number === (this.#peers.get(from)?.number ?? 0) + 1;
    this.#peers.set(from, { number, heardAt: Date.now() });
    if (message.type === "people") this.#takeIn(message);
    else if (message.asks) this.#tellAll();
    const isAnew = message.type === "people" && message.anew;
    if (!isNext && !isAnew) this.#ask();
  }

  #takeIn({ from, anew, here, left }: Extract<PeerMessage, { type: "people" }>): void {
    const before = anew
      ? this.#people.of(from).map(({ articleId, person }) => ({ articleId, ...person }))
      : [];
    // Whoever went on to another article may have been seen there already.
    for (const { articleId, connectionId } of [...before, ...left])
      if (this.#people.articleOf(connectionId) === articleId) this.#people.remove(connectionId);
    for (const { articleId, ...person } of here) this.#people.put(articleId, person, from);
  }

  #tellAll(): void {
    const here = this.#people.of(null).map(({ articleId, person }) => ({ articleId, ...person }));
    this.#tellPeople(here, [], true);
  }

  #tellPeople(here: Placed[], left: Left[], anew: boolean): void {
    for (const [index, piece] of inPieces(here, left, MAX_WAKE_UP_BYTES - HEAD).entries())
      void this.#say({ type: "people", anew: anew && index === 0, ...piece });
  }

  #beat(): void {
    for (const [id, { heardAt }] of this.#peers) if (Date.now() - heardAt > SILENCE) this.#forget(id);
    void this.#say({ type: "beat", asks: false });
  }

  #ask(): void {
    void this.#say({ type: "beat", asks: true });
  }

  #forget(instanceId: string): void {
    this.#peers.delete(instanceId);
    for (const { person } of this.#people.of(instanceId)) this.#people.remove(person.connectionId);
  }

  /** What cannot be sent is missed by its number later on, and asked for. */
  async #say(said: Said): Promise<void> {
    this.#number += 1;
    const message = { ...said, from: this.#wakeUps.instanceId, number: this.#number };
    await this.#wakeUps.publish(TOPIC, JSON.stringify(message)).catch((error: unknown) => {
      log().debug({ err: error }, "other instances could not be told of presence");
    });
  }
}

function parsed(rest: string): PeerMessage | null {
  try {
    return peerMessageSchema.safeParse(JSON.parse(rest)).data ?? null;
  } catch {
    return null;
  }
}

import { sessionEndSchema } from "#domain/session.ts";
import { type Judged, judgeSession, type Resolved } from "#server/auth/resolve-actor.ts";
import type { WakeUps } from "#server/wake-ups.ts";
import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import { Retried } from "./retried.ts";

/** Sessions are asked at least this often, in milliseconds, woken or not: a wake-up may be lost, and sessions expire. */
const ASK_EVERY = 60_000;
const LOOK_EVERY = 5_000;

/** Holds every page to what its member's session still is: a role that changed counts at once, an ended session ends. */
export class Standing {
  readonly #connections: Connections;
  readonly #onChange: (connection: Connection, now: Resolved) => void;
  readonly #due = new Set<Connection>();
  readonly #asking = new Retried("ask for sessions", () => this.#askAll());
  readonly #stops: (() => void)[];
  #alarms = 0;

  /** @param onChange is told where role or name are others now */
  constructor(
    wakeUps: WakeUps,
    connections: Connections,
    onChange: (connection: Connection, now: Resolved) => void,
  ) {
    this.#connections = connections;
    this.#onChange = onChange;
    const timer = setInterval(() => this.#askOld(), LOOK_EVERY);
    this.#stops = [
      () => clearInterval(timer),
      wakeUps.on("session", (ended) => this.#end(ended)),
      wakeUps.on("member", (memberId) => this.#alarm(connections.of(memberId))),
      wakeUps.onGap(() => this.#alarm(connections.all())),
    ];
  }

  /** How often some member changed: where it is another number now, a session read meanwhile may be out of date. */
  get alarms(): number {
    return this.#alarms;
  }

  ask(connections: readonly Connection[]): void {
    for (const connection of connections) this.#due.add(connection);
    if (connections.length > 0) void this.#asking.ask();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#due.clear();
    await this.#asking.close();
  }

  #alarm(connections: readonly Connection[]): void {
    this.#alarms += 1;
    this.ask(connections);
  }

  /** At once, without asking again: the wake-up comes with the commit that ended the session. `ended`: `id:why`. */
  #end(ended: string): void {
    this.#alarms += 1;
    const [sessionId = "", why] = ended.split(":");
    for (const page of this.#connections.ofSession(sessionId))
      page.signOut(
        sessionEndSchema
          .nullable()
          .catch(null)
          .parse(why ?? null),
      );
  }

  #askOld(): void {
    const old = Date.now() - ASK_EVERY;
    this.ask(this.#connections.all().filter(({ checkedAt }) => checkedAt < old));
  }

  async #askAll(): Promise<void> {
    for (const connection of this.#due) {
      this.#due.delete(connection);
      if (connection.isOpen) await this.#askOne(connection);
    }
  }

  async #askOne(connection: Connection): Promise<void> {
    let judged: Judged;
    try {
      judged = await judgeSession(connection.session, { isUse: connection.takeUse() });
    } catch (error) {
      this.#due.add(connection);
      throw error;
    }
    connection.checkedAt = Date.now();
    const { actor, name } = connection.member;
    if (!judged.good) return connection.signOut(judged.why);
    const now = judged.member;
    if (now.actor.role !== actor.role || now.name !== name) this.#onChange(connection, now);
  }
}

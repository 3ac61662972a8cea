import { loadUnreadCounts } from "#server/reads/notification.ts";
import type { WakeUps } from "#server/wake-ups.ts";
import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import { Retried } from "./retried.ts";

/** Keeps pages told of how much in their member's inbox is unread. Members who ask at the same time are counted at once. */
export class UnreadCounts {
  readonly #connections: Connections;
  readonly #tell: (connection: Connection, unread: number) => void;
  readonly #due = new Set<string>();
  readonly #counting = new Retried("count unread notifications", () => this.#count());
  readonly #stops: (() => void)[];

  constructor(
    wakeUps: WakeUps,
    connections: Connections,
    tell: (connection: Connection, unread: number) => void,
  ) {
    this.#connections = connections;
    this.#tell = tell;
    this.#stops = [
      wakeUps.on("inbox", (memberId) => this.ask([memberId])),
      wakeUps.onGap(() => this.ask(connections.memberIds())),
    ];
  }

  ask(memberIds: readonly string[]): void {
    for (const id of memberIds) if (this.#connections.of(id).length > 0) this.#due.add(id);
    if (this.#due.size > 0) void this.#counting.ask();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#counting.close();
  }

  async #count(): Promise<void> {
    const ids = [...this.#due];
    // Taken off before the count is read: who is due again meanwhile is counted again.
    this.#due.clear();
    const countOf = await loadUnreadCounts(ids).catch((error: unknown) => {
      for (const id of ids) this.#due.add(id);
      throw error;
    });
    for (const id of ids) {
      for (const connection of this.#connections.of(id)) this.#tell(connection, countOf(id));
    }
  }
}

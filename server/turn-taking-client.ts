import pg from "pg";

/**
 * A connection on which statements take turns. Prisma loads the relations of a thing side by side, also within a
 * transaction, which has one connection; the driver still lines them up itself, warns, and will stop doing so.
 */
export class TurnTakingClient extends pg.Client {
  #turn: Promise<unknown> = Promise.resolve();

  override query(...given: unknown[]): never {
    const ask = () => Reflect.apply(pg.Client.prototype.query, this, given);
    // Those who are called back or read a stream have the connection to themselves: the pool gives it to one of them.
    if (typeof given.at(-1) === "function" || typeof Reflect.get(Object(given[0]), "submit") === "function")
      return ask() as never;
    const answer = this.#turn.then(ask);
    this.#turn = answer.catch(() => undefined);
    return answer as never;
  }
}

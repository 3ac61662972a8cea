import { lookup } from "node:dns/promises";

type LookUp = (hostname: string) => Promise<readonly string[]>;

/**
 * How many look-ups are made at once. They take the threads on which this process also hashes passwords and reads files, and
 * there are four: a resolver that hangs must not have them all.
 */
const AT_ONCE = 2;

/** Looks host names up, few at a time; who asks for a name that is being looked up is answered together with who asked first. */
export class LookUps {
  readonly #lookUp: LookUp;
  readonly #pending = new Map<string, Promise<readonly string[]>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  /** Every address of `hostname`; rejects with Node's error where there is none. */
  addressesOf(hostname: string): Promise<readonly string[]> {
    const pending = this.#pending.get(hostname);
    if (pending) return pending;
    const found = this.#inTurn(hostname);
    this.#pending.set(hostname, found);
    const forget = () => void this.#pending.delete(hostname);
    found.then(forget, forget);
    return found;
  }

  async #inTurn(hostname: string): Promise<readonly string[]> {
    if (this.#running >= AT_ONCE) await new Promise<void>((turn) => this.#waiting.push(turn));
    else this.#running += 1;
    try {
      return await this.#lookUp(hostname);
    } finally {
      const next = this.#waiting.shift();
      // Whose turn it is takes over this one's place.
      if (next) next();
      else this.#running -= 1;
    }
  }
}

/** The machine's own look-ups, which know its hosts file as well. */
export const machineLookUps = new LookUps(async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
});

/** Chances that fall the same way for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  times<Made>(most: number, make: () => Made): Made[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/** A text with a few of its stretches deleted, doubled, moved, or replaced by one of `tokens`. */
export function mutatedText(text: string, chance: Chance, tokens: readonly [string, ...string[]]): string {
  let changed = text;
  for (let left = 1 + chance.below(6); left > 0; left -= 1) {
    const start = chance.below(changed.length + 1);
    const end = Math.min(changed.length, start + chance.below(chance.pick([3, 30, 300])));
    const stretch = changed.slice(start, end);
    const put = chance.pick([
      "",
      stretch + stretch,
      stretch.repeat(20),
      chance.pick(tokens),
      chance.pick(tokens) + stretch + chance.pick(tokens),
      [...stretch].toReversed().join(""),
    ]);
    changed = changed.slice(0, start) + put + changed.slice(end);
  }
  return changed;
}

/** Bytes of which a few were changed, cut out, doubled, or cut off. */
export function mutatedBytes(bytes: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  let changed = new Uint8Array(bytes);
  for (let left = 1 + chance.below(8); left > 0; left -= 1) {
    const start = chance.below(changed.length || 1);
    const end = Math.min(changed.length, start + 1 + chance.below(chance.pick([2, 16, 256])));
    const kind = chance.below(6);
    if (kind === 0) changed = changed.slice(0, Math.max(16, start));
    else if (kind === 1) changed = joined(changed.subarray(0, start), changed.subarray(end));
    else if (kind === 2)
      changed = joined(changed.subarray(0, end), changed.subarray(start, end), changed.subarray(end));
    else
      for (let at = start; at < end; at += 1)
        changed[at] = kind === 3 ? chance.below(256) : (changed[at] ?? 0) ^ (1 << chance.below(8));
  }
  return changed;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * How much JSON may hold before anybody builds it: values (records, lists, and what stands in them), levels, and keys of one
 * record, which past some hundreds cost far more than as many items of a list.
 */
export interface ShapeLimits {
  values: number;
  depth: number;
  keys: number;
}

/** Which limit a text passes. */
export type ShapeExcess = keyof ShapeLimits;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const RECORD = 0x7b;
const RECORD_END = 0x7d;

/**
 * Measures JSON piece by piece as its bytes arrive, in UTF-8, and builds nothing. What is no JSON is measured as if it
 * were: whoever parses it says so.
 */
export class JsonShape {
  readonly #limits: ShapeLimits;
  #depth = 0;
  /** Of each level that is open: the keys of the record there so far, or -1 for a list. */
  readonly #keys: Int32Array;
  #values = 1;
  #isInText = false;
  #isEscaped = false;

  constructor(limits: ShapeLimits) {
    this.#limits = limits;
    this.#keys = new Int32Array(limits.depth + 2).fill(-1);
  }

  /** How many values were begun at most: what is counted are brackets and commas. */
  get values(): number {
    return this.#values;
  }

  /** Takes in the next bytes; answers the first limit that is passed, null while none is. */
  take(bytes: Uint8Array): ShapeExcess | null {
    // Names of its own for what every byte asks: a field of an object costs several times as much.
    let [depth, values, isInText, isEscaped] = [this.#depth, this.#values, this.#isInText, this.#isEscaped];
    const keys = this.#keys;
    const limits = this.#limits;
    let excess: ShapeExcess | null = null;
    for (let at = 0; at < bytes.length && excess === null; at += 1) {
      const byte = bytes[at];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
      } else if (byte === QUOTE) isInText = true;
      else if (byte === COMMA) {
        values += 1;
        const count = keys[depth] ?? -1;
        if (count >= limits.keys) excess = "keys";
        else if (count > 0) keys[depth] = count + 1;
      } else if (byte === LIST || byte === RECORD) {
        values += 1;
        depth += 1;
        keys[depth] = byte === RECORD ? 1 : -1;
      } else if (byte === LIST_END || byte === RECORD_END) depth = Math.max(0, depth - 1);
      if (depth > limits.depth) excess = "depth";
      else if (values > limits.values) excess = "values";
    }
    this.#depth = depth;
    this.#values = values;
    this.#isInText = isInText;
    this.#isEscaped = isEscaped;
    return excess;
  }
}

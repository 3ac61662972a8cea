import { BEGINS } from "./beginnings.ts";
import { beginsEnough, type Edges, type Span } from "./edges.ts";
import type { Tokens } from "./passage-tokens.ts";

/** The lines or the sentences of a text, whichever a passage with given edges is to be compared with. */
export class Units {
  readonly #tokens: Tokens;
  /** By what begins a unit: for each token where its own unit begins, and where it ends. */
  readonly #known = new Map<number, { from: Int32Array; to: Int32Array }>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** The unit token `at` stands in. */
  around(at: number, edges: Edges): Span {
    const { from, to } = this.#of(edges);
    return { from: from[at] ?? at, to: to[at] ?? at + 1 };
  }

  /** The first `limit` units in `part`, cut where it ends. */
  in(part: Span, edges: Edges, limit: number): Span[] {
    const { to: ends } = this.#of(edges);
    const spans: Span[] = [];
    for (let from = part.from; from < part.to && spans.length < limit; ) {
      const to = Math.min(ends[from] ?? part.to, part.to);
      spans.push({ from, to });
      from = to;
    }
    return spans;
  }

  #of({ end }: Edges): { from: Int32Array; to: Int32Array } {
    const edge = Math.max(end, BEGINS.sentence);
    const known = this.#known.get(edge);
    if (known) return known;
    const { length } = this.#tokens.ids;
    const made = { from: new Int32Array(length), to: new Int32Array(length) };
    let from = 0;
    for (let at = 1; at <= length; at += 1) {
      if (!beginsEnough(this.#tokens, at, edge)) continue;
      made.from.fill(from, from, at);
      made.to.fill(at, from, at);
      from = at;
    }
    this.#known.set(edge, made);
    return made;
  }
}

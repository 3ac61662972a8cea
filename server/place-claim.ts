import { type AnchorRange, MAX_QUOTE_LENGTH } from "#domain/anchor.ts";
import type { ClaimTarget } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import { type NamedText, resolveAside } from "#server/parsing/passages.ts";

/**
 * Where `target` stands in a stored text. What a client says of a place is never believed: the words must be there,
 * and there only. Throws the refusal that says why they are not, or that too much is looked for already for `by`.
 */
export async function placeClaim(text: NamedText, target: ClaimTarget, by: string): Promise<AnchorRange> {
  const found = await resolveAside(text, target, by);
  switch (found.state) {
    case "exact":
    case "moved": {
      const length = found.range.end - found.range.start;
      if (length > MAX_QUOTE_LENGTH)
        throw new Refusal("ANCHOR_TOO_LONG", { length, limit: MAX_QUOTE_LENGTH });
      return found.range;
    }
    case "needsPlacing": {
      // Words that are only alike are not what was asked for.
      const places = found.candidates.filter(({ words }) => words === "same");
      if (places.length === 0) throw new Refusal("ANCHOR_NOT_FOUND");
      const candidates = places.map(({ exact: _exact, score: _score, words: _words, ...place }) => place);
      throw new Refusal("ANCHOR_AMBIGUOUS", { candidates });
    }
    case "changed":
    case "gone":
      throw new Refusal("ANCHOR_NOT_FOUND");
    case "crosses_blocks":
      throw new Refusal("ANCHOR_CROSSES_BLOCKS");
    case "empty":
      throw new Refusal("ANCHOR_EMPTY");
  }
}

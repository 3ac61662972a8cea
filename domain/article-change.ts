/** A change that was told of, by the SHA-256 of its text. `returned`: the address itself took it back. */
export interface ToldChange {
  sha256: string;
  state: "open" | "letBe" | "returned";
}

/** What a look found and what is known, all texts by their SHA-256. */
export interface Look {
  /** What the address says now. */
  found: string;
  /** Texts that are no change: the newest revision's, and what the address said when a pasted text was first compared. */
  known: readonly string[];
  /** What it said at the last look; null before the first. */
  seen: string | null;
  /** Whether the newest revision was read from the address, so that any difference is the address's doing. */
  isFromAddress: boolean;
  told: readonly ToldChange[];
}

/**
 * What a look means:
 * - `current`: the address says what is known; an open change has settled itself;
 * - `changed`: something new, to be told of, once;
 * - `baseline`: the first look at the address of a text that came by paste or file, which never is the page's letter by
 *   letter: what the page says now is what later looks are compared with;
 * - `nothing`: it is told of, was let be, or is as it was.
 */
export function judgeLook({
  found,
  known,
  seen,
  isFromAddress,
  told,
}: Look): "current" | "changed" | "baseline" | "nothing" {
  if (known.includes(found)) return "current";
  const before = told.find(({ sha256 }) => sha256 === found);
  if (before && before.state !== "returned") return "nothing";
  if (seen === found) return "nothing";
  return seen === null && !isFromAddress ? "baseline" : "changed";
}

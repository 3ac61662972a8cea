import { type ClaimSummary, isSettled } from "#domain/claim.ts";

type Ordered = Pick<ClaimSummary, "id" | "anchor">;

/**
 * Text order, the server's too: by where a claim begins, then by where it ends, then by id. Claims without a place come
 * after all others.
 */
export function compareInText(a: Ordered, b: Ordered): number {
  return (
    compareOffsets(a.anchor.start, b.anchor.start) ||
    compareOffsets(a.anchor.end, b.anchor.end) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

const compareOffsets = (a: number | null, b: number | null): number =>
  a === b ? 0 : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);

/** `claims` in text order, numbered from 1. Claims whose number stays are the same objects. */
export function claimsInTextOrder(claims: readonly ClaimSummary[]): ClaimSummary[] {
  return [...claims]
    .sort(compareInText)
    .map((claim, index) => (claim.number === index + 1 ? claim : { ...claim, number: index + 1 }));
}

/**
 * The claim `by` steps from the one in focus; the first or last one where none is in focus. Null at either end of the
 * text: a person who holds `j` must notice that the article is over.
 */
export function neighbour(
  claims: readonly ClaimSummary[],
  focusedId: string | null,
  by: 1 | -1,
): ClaimSummary | null {
  const index = claims.findIndex(({ id }) => id === focusedId);
  if (index < 0) return (by === 1 ? claims[0] : claims.at(-1)) ?? null;
  return claims[index + by] ?? null;
}

/** The next claim after the focused one that is not settled, going round at the end; null when all others are. */
export function nextUnsettled(
  claims: readonly ClaimSummary[],
  focusedId: string | null,
): ClaimSummary | null {
  const from = claims.findIndex(({ id }) => id === focusedId) + 1;
  const turned = [...claims.slice(from), ...claims.slice(0, from)];
  return turned.find((claim) => claim.id !== focusedId && !isSettled(claim)) ?? null;
}

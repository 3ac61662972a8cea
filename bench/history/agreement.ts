import { isDeepStrictEqual } from "node:util";
import { applyUpdate, Doc } from "yjs";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim, readClaimSummaries } from "#server/reads/claim.ts";
import { currentVerdict } from "#server/views/verdict.ts";
import type { Person } from "./person.ts";
import { type ProseHand, proseWords } from "./prose-hand.ts";

export interface AtWork {
  person: Person;
  actor: Actor;
  hand: ProseHand;
}

/** Whether everybody's page shows what the database holds. Answers complaints, one line each. */
export async function pageComplaints(articleId: string, everybody: readonly AtWork[]): Promise<string[]> {
  const complaints: string[] = [];
  const threads = await db().thread.findMany({ where: { articleId }, select: { id: true } });
  for (const { person, actor } of everybody) {
    const claims = await readClaimSummaries(actor, articleId);
    const { dismissals } = await readArticle(actor, articleId);
    const held = person.store.get();
    complaints.push(
      ...different(`${person.name}'s claims`, byId(held.claims), byId(claims)),
      ...different(
        `${person.name}'s dismissals`,
        byBlock([...held.dismissals.values()]),
        byBlock(dismissals),
      ),
      ...threads
        .filter(({ id }) => !person.threads.has(id))
        .map(({ id }) => `${person.name} never heard of thread ${id}`),
    );
    for (const [claimId, evidence] of person.evidence) {
      const claim = await readClaim(actor, claimId).catch(() => null);
      complaints.push(
        ...different(
          `${person.name}'s evidence of ${claimId}`,
          new Map([["", evidence]]),
          new Map([["", claim?.evidence]]),
        ),
      );
    }
  }
  return complaints;
}

const byId = (claims: readonly { id: string }[]) => new Map(claims.map((claim) => [claim.id, claim]));
const byBlock = (dismissals: readonly { blockId: string }[]) =>
  new Map(dismissals.map((dismissal) => [dismissal.blockId, dismissal]));

function different(what: string, held: Map<string, unknown>, stored: Map<string, unknown>): string[] {
  return [...new Set([...held.keys(), ...stored.keys()])].flatMap((id) => {
    const [mine, theirs] = [plain(held.get(id)), plain(stored.get(id))];
    return isDeepStrictEqual(mine, theirs)
      ? []
      : [`${what}: ${id}\n  page     ${JSON.stringify(mine)}\n  database ${JSON.stringify(theirs)}`];
  });
}

/**
 * As it is after a journey as JSON. How often a source is used counts claims of all articles: no page of one article is
 * told of that.
 */
const plain = (value: unknown): unknown =>
  value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "uses" ? undefined : inner)));

/** Whether the same prose stands on every page, in the merged document and on the verdict, with every word once. */
export async function proseComplaints(
  claimIds: readonly string[],
  everybody: readonly AtWork[],
): Promise<string[]> {
  const complaints: string[] = [];
  for (const claimId of claimIds) {
    const row = await db().prose.findUnique({ where: { claimId } });
    const verdict = await db().verdict.findFirst({ where: { claimId, ...currentVerdict } });
    const words = row ? wordsOfState(row.state) : "";
    const verdictWords = verdict?.rationale ? rationaleText(verdict.rationale as unknown as Rationale) : "";
    if (verdictWords !== words)
      complaints.push(`prose of ${claimId}: stored “${words}”, verdict “${verdictWords}”`);
    if (row && row.rationaleText !== words)
      complaints.push(`prose of ${claimId}: stored “${words}”, as text “${row.rationaleText}”`);
    for (const { person, hand } of everybody) {
      const held = hand.text(claimId);
      if (held !== words)
        complaints.push(`prose of ${claimId}: stored “${words}”, ${person.name} has “${held}”`);
      for (const word of hand.typed.get(claimId) ?? [])
        if (words.split(word).length !== 2)
          complaints.push(`prose of ${claimId}: ${word} stands ${words.split(word).length - 1} times`);
      for (const word of hand.takenBack.get(claimId) ?? [])
        if (words.includes(word)) complaints.push(`prose of ${claimId}: ${word} was taken back and stands`);
    }
  }
  return complaints;
}

function wordsOfState(state: Uint8Array): string {
  const document = new Doc();
  applyUpdate(document, state);
  return proseWords(document);
}

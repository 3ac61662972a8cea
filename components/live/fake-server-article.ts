import { sampleAnchor, sampleClaim, sampleMember } from "#components/claim/sample-claim.ts";
import type { Dismissal } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { EventKind } from "#domain/event.ts";
import type { LiveEvent, News } from "#domain/live.ts";

export const ARTICLE_ID = "01900000-0000-7000-8000-00000000000a";
const at = "2026-11-23T00:00:00.000Z";

/** The newest events that news carry, as the server's rule is; small, so that it matters in a short history too. */
const MOST_EVENTS = 3;

/** An article as the server keeps it, with its log: enough to answer what has changed since when. */
export class FakeServerArticle {
  seq = 0;
  readonly #claims = new Map<string, Claim & { isDeleted: boolean }>();
  readonly #dismissals = new Map<string, Dismissal>();
  readonly #log: { event: LiveEvent; blockId: string | null }[] = [];

  /** What a person would see who loads the page now: claims by id with their statements, and dismissed blocks. */
  seen(): { claims: Record<string, string>; dismissed: string[] } {
    const standing = [...this.#claims.values()].filter(({ isDeleted }) => !isDeleted);
    return {
      claims: Object.fromEntries(standing.map(({ id, statement }) => [id, statement])),
      dismissed: [...this.#dismissals.keys()].sort(),
    };
  }

  create(id: string, start: number): void {
    if (this.#claims.has(id)) return;
    const claim = sampleClaim({ id, articleId: ARTICLE_ID, anchor: sampleAnchor(start, start + 1) });
    this.#claims.set(id, { ...claim, isDeleted: false });
    this.#tell("claim.created", id);
  }

  write(id: string, statement: string): void {
    const held = this.#standing(id);
    if (!held) return;
    this.#claims.set(id, { ...held, statement, version: held.version + 1 });
    this.#tell("claim.updated", id);
  }

  delete(id: string): void {
    const held = this.#standing(id);
    if (!held) return;
    this.#claims.set(id, { ...held, isDeleted: true });
    this.#tell("claim.deleted", id);
  }

  restore(id: string): void {
    const held = this.#claims.get(id);
    if (!held?.isDeleted) return;
    this.#claims.set(id, { ...held, isDeleted: false });
    this.#tell("claim.restored", id);
  }

  dismiss(blockId: string): void {
    this.#dismissals.set(blockId, { blockId, reason: "opinion", by: sampleMember, at });
    this.#tell("block.dismissed", null, blockId);
  }

  reopen(blockId: string): void {
    if (this.#dismissals.delete(blockId)) this.#tell("block.reopened", null, blockId);
  }

  /** How a claim stands now; null where it is deleted or never was. */
  claim(id: string): Claim | null {
    const held = this.#standing(id);
    if (!held) return null;
    const { isDeleted: _, ...standing } = held;
    return standing;
  }

  dismissal(blockId: string): Dismissal | null {
    return this.#dismissals.get(blockId) ?? null;
  }

  /** How everything stands now that was touched after `from`; null where nothing was. */
  newsSince(from: number): News | null {
    if (from >= this.seq) return null;
    const log = this.#log.slice(from);
    const touched = [...new Set(log.flatMap(({ event }) => event.claimId ?? []))];
    const blocks = [...new Set(log.flatMap(({ blockId }) => blockId ?? []))];
    return {
      articleId: ARTICLE_ID,
      from,
      to: this.seq,
      events: log.map(({ event }) => event).slice(-MOST_EVENTS),
      claims: touched.flatMap((id) => this.claim(id) ?? []),
      gone: touched.filter((id) => !this.#standing(id)),
      bullets: blocks.map((blockId) => ({ blockId, dismissal: this.dismissal(blockId) })),
      threads: [],
      revision: null,
      article: null,
    };
  }

  #standing(id: string) {
    const held = this.#claims.get(id);
    return held && !held.isDeleted ? held : null;
  }

  #tell(kind: EventKind, claimId: string | null, blockId: string | null = null) {
    this.seq += 1;
    const event: LiveEvent = {
      seq: this.seq,
      kind,
      claimId,
      subjectId: claimId ?? blockId,
      actor: sampleMember,
      at,
      fields: [],
    };
    this.#log.push({ event, blockId });
  }
}

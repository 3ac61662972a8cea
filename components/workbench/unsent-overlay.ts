import { summaryOf } from "#components/claim/claim-summary.ts";
import type { DeedOf } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Answer } from "#components/queue/deliver.ts";
import { type Entry, isRefused } from "#components/queue/entry.ts";
import type { Anchor, AnchorRange } from "#domain/anchor.ts";
import { describe } from "#domain/anchoring/describe.ts";
import type { Article, Dismissal } from "#domain/article.ts";
import type { Claim, ClaimSummary, ClaimTarget } from "#domain/claim.ts";
import type { ClaimStore } from "./claim-store.ts";
import { newClaim } from "./new-claim.ts";
import type { Unsent } from "./unsent.ts";

interface OverlayParts {
  article: Article;
  member: { id: string; name: string };
  store: ClaimStore;
  queue: DeedQueue;
  /** Takes over a claim as the server answered it, as of event `seq`. */
  accept: (claim: Claim, seq: number) => void;
  /** Makes a claim known that was made here, before the server answers. */
  introduce: (claim: Claim) => void;
}

/**
 * Shows in the claims of an article what the person did and the server does not know yet, whichever tab or earlier life
 * of the page it was done in. What the server refused is not shown as done, but for a claim that could not be made: its
 * words and all that hangs on it would be gone from sight.
 */
export class UnsentOverlay {
  readonly #parts: OverlayParts;
  /** Claims that wait to be made, as they are shown: the same objects as long as they wait. */
  readonly #made = new Map<string, ClaimSummary>();

  constructor(parts: OverlayParts) {
    this.#parts = parts;
  }

  /** Follows the queue until the answered function is called. */
  follow(): () => void {
    const { queue } = this.#parts;
    const stops = [queue.subscribe(this.#show), queue.onAnswer(this.#answered)];
    this.#show();
    return () => {
      for (const stop of stops) stop();
    };
  }

  readonly #show = () => {
    const { article, queue, store } = this.#parts;
    store.show(this.#unsentIn(queue.entries.filter(({ articleId }) => articleId === article.id)));
  };

  /** The server did it. What it says is taken in before the deed leaves the queue, so that nothing flickers. */
  readonly #answered = ({ articleId, deed }: Entry, { claim, dismissal, seq }: Answer) => {
    const { article, accept, store } = this.#parts;
    if (articleId !== article.id) return;
    if (deed.kind === "deleteClaim") store.answerDeleted(deed.claimId, seq);
    if (dismissal !== undefined && "blockId" in deed && this.#isHere(deed))
      store.answerBullet(deed.blockId, dismissal, seq);
    if (claim) accept(claim, seq);
  };

  #unsentIn(entries: readonly Entry[]): Unsent {
    const made = new Map<string, ClaimSummary>();
    const standing = new Map<string, boolean>();
    const places = new Map<string, AnchorRange>();
    const bullets = new Map<string, Dismissal | null>();
    for (const entry of entries) {
      const { deed, at } = entry;
      if (deed.kind === "createClaim") {
        const claim = this.#make(deed, at);
        if (claim) made.set(deed.claimId, claim);
      }
      if (isRefused(entry)) continue;
      if (deed.kind === "deleteClaim") standing.set(deed.claimId, false);
      if (deed.kind === "restoreClaim") standing.set(deed.claimId, true);
      if (deed.kind === "moveClaim") {
        const range = this.#rangeOf(deed.target);
        if (range) places.set(deed.claimId, range);
      }
      if ("blockId" in deed && !this.#isHere(deed)) continue;
      if (deed.kind === "dismissBullet") bullets.set(deed.blockId, this.#dismissalOf(deed, at));
      if (deed.kind === "reopenBullet") bullets.set(deed.blockId, null);
    }
    for (const claimId of this.#made.keys()) if (!made.has(claimId)) this.#made.delete(claimId);
    return { made, standing, places, bullets };
  }

  #make({ claimId, target }: DeedOf<"createClaim">, at: string): ClaimSummary | null {
    const { article, member, store, introduce } = this.#parts;
    const known = this.#made.get(claimId);
    const anchor = known ? known.anchor : this.#anchorOf(target);
    if (known || !anchor) return known ?? null;
    const claim = newClaim({ id: claimId, article, anchor, member, now: at });
    const summary = summaryOf(claim);
    this.#made.set(claimId, summary);
    if (!store.get().byId.has(claimId)) introduce(claim);
    return summary;
  }

  #dismissalOf({ blockId, reason }: DeedOf<"dismissBullet">, at: string): Dismissal {
    return { blockId, reason, by: { ...this.#parts.member, disabled: false }, at };
  }

  /** What was marked in an earlier revision has no place in this one until the server says where. */
  #anchorOf(target: ClaimTarget): Anchor | null {
    const revisionId = this.#parts.article.revision.id;
    const range = this.#rangeOf(target);
    if (range) return { ...range, revisionId, state: "exact" };
    if (!("exact" in target) || this.#isHere(target)) return null;
    const { exact, prefix = "", suffix = "" } = target;
    const nowhere = { blockId: null, start: null, end: null };
    return { ...nowhere, exact, prefix, suffix, revisionId, state: "needs_placing" };
  }

  /** Whether it was done in the revision that is on the page. */
  #isHere({ revisionId }: { revisionId?: string | undefined }): boolean {
    return revisionId === undefined || revisionId === this.#parts.article.revision.id;
  }

  #rangeOf(target: ClaimTarget): AnchorRange | null {
    const { start, end } = "exact" in target && this.#isHere(target) ? target : {};
    if (start === undefined || end === undefined) return null;
    const description = describe(this.#parts.article.revision.blocks, { start, end });
    return description.state === "exact" ? description.range : null;
  }
}

import { summaryOf } from "#components/claim/claim-summary.ts";
import { type DeedOf, placeSubject } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Answer } from "#components/queue/deliver.ts";
import { type Entry, isRefused } from "#components/queue/entry.ts";
import type { Anchor } from "#domain/anchor.ts";
import { describe } from "#domain/anchoring/describe.ts";
import type { Article, Dismissal } from "#domain/article.ts";
import type { Claim, ClaimSummary, ClaimTarget } from "#domain/claim.ts";
import type { ClaimStore } from "./claim-store.ts";
import { newClaim } from "./new-claim.ts";

interface OverlayParts {
  article: Article;
  member: { id: string; name: string };
  store: ClaimStore;
  queue: DeedQueue;
  accept: (claim: Claim) => void;
}

/**
 * Shows in the claims of an article what the person did and the server does not know yet, whichever tab or earlier life
 * of the page it was done in, and puts back what came to nothing. What the server refused is not shown as done, but for
 * a claim that could not be made: its words and all that hangs on it would be gone from sight.
 */
export class UnsentOverlay {
  readonly #parts: OverlayParts;
  /** How things stood under what is shown, to put them back where a deed comes to nothing. */
  readonly #made = new Set<string>();
  readonly #removed = new Map<string, ClaimSummary>();
  readonly #broughtBack = new Set<string>();
  /** Claims that were taken away on this page, as they last stood: so that one is there at once when it comes back. */
  readonly #lastSeen = new Map<string, ClaimSummary>();
  readonly #moved = new Map<string, { before: Anchor; shown: Anchor }>();
  readonly #bullets = new Map<string, Dismissal | null>();
  #isShowing = false;

  constructor(parts: OverlayParts) {
    this.#parts = parts;
  }

  /** Follows queue and claims until the answered function is called. */
  follow(): () => void {
    const { queue, store } = this.#parts;
    const stops = [queue.subscribe(this.#show), store.subscribe(this.#show), queue.onAnswer(this.#answered)];
    this.#show();
    return () => {
      for (const stop of stops) stop();
    };
  }

  readonly #show = () => {
    // What is shown here changes the store, which tells of it.
    if (this.#isShowing) return;
    this.#isShowing = true;
    const entries = this.#parts.queue.entries.filter(({ articleId }) => articleId === this.#parts.article.id);
    this.#showClaims(entries);
    this.#showPlaces(entries);
    this.#showBullets(entries.filter((entry) => !isRefused(entry)));
    this.#isShowing = false;
  };

  /** The server did it: there is nothing to put back any more. */
  readonly #answered = ({ articleId, deed }: Entry, answer: Answer) => {
    const { article, accept, store } = this.#parts;
    if (articleId !== article.id) return;
    if (deed.kind === "createClaim") this.#made.delete(deed.claimId);
    if (deed.kind === "restoreClaim" && answer.claim) {
      this.#removed.delete(deed.claimId);
      this.#broughtBack.delete(deed.claimId);
      store.bringBack(summaryOf(answer.claim));
    }
    if (deed.kind === "deleteClaim") {
      this.#removed.delete(deed.claimId);
      if (answer.claim) store.bringBack(summaryOf(answer.claim));
    }
    if (deed.kind === "moveClaim") this.#moved.delete(deed.claimId);
    if (answer.dismissal !== undefined && "blockId" in deed)
      this.#bulletAnswered(deed.blockId, answer.dismissal);
    if (answer.claim) accept(answer.claim);
  };

  #showClaims(entries: readonly Entry[]): void {
    const { store } = this.#parts;
    const made = new Set<string>();
    const gone = new Set<string>();
    const back = new Set<string>();
    for (const entry of entries) {
      const { deed } = entry;
      if (deed.kind === "createClaim") {
        made.add(deed.claimId);
        this.#make(deed);
      }
      if (isRefused(entry)) continue;
      if (deed.kind === "deleteClaim") gone.add(deed.claimId);
      if (deed.kind === "deleteClaim") back.delete(deed.claimId);
      if (deed.kind === "restoreClaim") gone.delete(deed.claimId);
      if (deed.kind === "restoreClaim") back.add(deed.claimId);
    }
    for (const claimId of gone) {
      const claim = store.get().byId.get(claimId);
      if (!claim) continue;
      this.#removed.set(claimId, claim);
      this.#lastSeen.set(claimId, claim);
      this.#broughtBack.delete(claimId);
      store.remove(claimId);
    }
    this.#showReturns(back);
    for (const claimId of [...this.#made].filter((id) => !made.has(id))) {
      this.#made.delete(claimId);
      store.remove(claimId);
    }
    for (const [claimId, claim] of this.#removed) {
      if (gone.has(claimId)) continue;
      this.#removed.delete(claimId);
      store.bringBack(claim);
    }
  }

  #showReturns(back: ReadonlySet<string>): void {
    const { store } = this.#parts;
    for (const claimId of back) {
      const claim = this.#lastSeen.get(claimId);
      if (!claim || store.get().byId.has(claimId)) continue;
      this.#removed.delete(claimId);
      this.#broughtBack.add(claimId);
      store.bringBack(claim);
    }
    for (const claimId of [...this.#broughtBack].filter((id) => !back.has(id))) {
      this.#broughtBack.delete(claimId);
      store.remove(claimId);
    }
  }

  #make({ claimId, target }: DeedOf<"createClaim">): void {
    const { article, member, store, accept } = this.#parts;
    if (this.#made.has(claimId) || store.get().byId.has(claimId)) return;
    const range = this.#rangeOf(target);
    if (!range) return;
    this.#made.add(claimId);
    accept(newClaim({ id: claimId, article, range, member, now: new Date().toISOString() }));
  }

  #showPlaces(entries: readonly Entry[]): void {
    const { store, queue } = this.#parts;
    for (const { deed, state } of entries) {
      if (deed.kind !== "moveClaim" || state.name === "refused") continue;
      const claim = store.get().byId.get(deed.claimId);
      const range = this.#rangeOf(deed.target);
      if (!claim || !range || (claim.anchor.start === range.start && claim.anchor.end === range.end))
        continue;
      const shown: Anchor = { ...claim.anchor, ...range, state: "exact" };
      const isFirst = !isShown(claim.anchor, this.#moved.get(claim.id)?.shown);
      const before = isFirst ? claim.anchor : (this.#moved.get(claim.id)?.before ?? claim.anchor);
      this.#moved.set(claim.id, { before, shown });
      store.put({ ...claim, anchor: shown });
    }
    for (const [claimId, { before, shown }] of this.#moved) {
      const entry = queue.on(placeSubject(claimId));
      if (entry && !isRefused(entry)) continue;
      this.#moved.delete(claimId);
      const claim = store.get().byId.get(claimId);
      if (claim && isShown(claim.anchor, shown)) store.put({ ...claim, anchor: before });
    }
  }

  #showBullets(entries: readonly Entry[]): void {
    const { store, member } = this.#parts;
    const touched = new Set<string>();
    for (const { deed, at } of entries) {
      if (deed.kind !== "dismissBullet" && deed.kind !== "reopenBullet") continue;
      const { blockId } = deed;
      touched.add(blockId);
      const now = store.get().dismissals.get(blockId) ?? null;
      if (!this.#bullets.has(blockId)) this.#bullets.set(blockId, now);
      if (deed.kind === "reopenBullet") store.reopen(blockId);
      else if (now?.reason !== deed.reason) {
        store.dismiss({ blockId, reason: deed.reason, by: { ...member, disabled: false }, at });
      }
    }
    for (const [blockId, before] of this.#bullets) {
      if (touched.has(blockId)) continue;
      this.#bullets.delete(blockId);
      if (before) store.dismiss(before);
      else store.reopen(blockId);
    }
  }

  #bulletAnswered(blockId: string, dismissal: Dismissal | null): void {
    this.#bullets.delete(blockId);
    if (dismissal) this.#parts.store.dismiss(dismissal);
  }

  #rangeOf(target: ClaimTarget) {
    const { start, end } = "exact" in target ? target : {};
    if (start === undefined || end === undefined) return null;
    const description = describe(this.#parts.article.revision.blocks, { start, end });
    return description.state === "exact" ? description.range : null;
  }
}

const isShown = (anchor: Anchor, shown: Anchor | undefined): boolean =>
  anchor.start === shown?.start && anchor.end === shown.end;

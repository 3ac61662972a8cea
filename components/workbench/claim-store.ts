import { Listeners } from "#components/ui/listeners.ts";
import type { Dismissal } from "#domain/article.ts";
import type { ClaimAbilities, ClaimSummary } from "#domain/claim.ts";
import { ClaimPaint } from "./claim-paint.ts";
import { type ClaimNews, ServerWord } from "./server-word.ts";
import { isSameUnsent, NOTHING_UNSENT, type Unsent } from "./unsent.ts";

/** What the workbench shows of the article's claims, and where the person is among them. Never mutated. */
export interface WorkbenchState {
  /** In text order, numbered from 1 without gaps. A claim that did not change keeps its object. */
  readonly claims: readonly ClaimSummary[];
  readonly byId: ReadonlyMap<string, ClaimSummary>;
  /** By block id. */
  readonly dismissals: ReadonlyMap<string, Dismissal>;
  readonly focusedId: string | null;
  /** The bullet that was gone to without there being a claim on it: what `b` marks when nothing is selected. */
  readonly currentBlockId: string | null;
}

export interface ClaimStore {
  get: () => WorkbenchState;
  subscribe: (listener: () => void) => () => void;
  /**
   * Takes in a claim as the server answered it, as of event `seq` of the article. False where something newer is known.
   * Nothing changes then, nor where the claim is known as of the same event.
   */
  answer: (claim: ClaimSummary, seq: number) => boolean;
  /** Takes in that the server deleted a claim, as of event `seq`. */
  answerDeleted: (claimId: string, seq: number) => void;
  /** Takes in how the server says that a bullet stands, as of event `seq`: null where it is open. */
  answerBullet: (blockId: string, dismissal: Dismissal | null, seq: number) => void;
  /**
   * Takes in what others (and oneself) did, as one change. A focused claim that is gone leaves no heir: what one did
   * not do oneself must not put another claim under one's hands.
   */
  take: (news: ClaimNews) => void;
  /**
   * Shows this, and nothing else that the server does not know, over what it said. Where it takes away the claim in
   * focus, the focus goes to the claim after it, else before, else none.
   */
  show: (unsent: Unsent) => void;
  /** What may be done with any claim from now on, whatever answers under way say. */
  allow: (abilities: ClaimAbilities) => void;
  /** How many open threads a claim has as far as this page shows them, until the server's next word on the claim. */
  countThreads: (claimId: string, openThreads: number) => void;
  /** Focuses a claim; an id that is not there clears the focus. */
  focus: (claimId: string | null) => void;
  goToBlock: (blockId: string | null) => void;
}

/**
 * Holds the claims of one article outside React, so that each stamp, outline row and panel field subscribes to the
 * little it shows and a focus change among 2,000 claims renders two stamps. What is shown is what the server said, each
 * thing by its newest word, and over it what the person did and the server does not know yet.
 */
export function createClaimStore(initial: {
  /** As of which event of the article the rest stands, or an earlier one. */
  seq: number;
  claims: readonly ClaimSummary[];
  dismissals: readonly Dismissal[];
  focusedId?: string | null;
}): ClaimStore {
  const listeners = new Listeners();
  const word = new ServerWord(initial);
  const paint = new ClaimPaint();
  let unsent = NOTHING_UNSENT;
  const shownClaims = () => {
    const made = [...unsent.made.values()].filter(
      ({ id }) => !word.knows(id) && unsent.standing.get(id) !== false,
    );
    return indexed(paint.paint([...word.standing(unsent.standing), ...made], unsent.places));
  };
  const shownDismissals = () => {
    const dismissals = word.dismissals();
    for (const [blockId, dismissal] of unsent.bullets) {
      if (!dismissal) dismissals.delete(blockId);
      else if (dismissals.get(blockId)?.reason !== dismissal.reason) dismissals.set(blockId, dismissal);
    }
    return dismissals;
  };
  const first = shownClaims();
  let state: WorkbenchState = {
    ...first,
    dismissals: shownDismissals(),
    focusedId: (initial.focusedId && first.byId.get(initial.focusedId)?.id) ?? null,
    currentBlockId: null,
  };
  const set = (change: Partial<WorkbenchState>) => {
    state = { ...state, ...change };
    listeners.tell();
  };
  /** Shows the claims anew. `isOwn`: by what this person did, so that a focus that is lost goes to an heir. */
  const repaint = (isOwn: boolean, change: Partial<WorkbenchState> = {}) => {
    const shown = shownClaims();
    const focusedId = isOwn
      ? heirOf(state.focusedId, state.claims, shown.byId)
      : state.focusedId && shown.byId.has(state.focusedId)
        ? state.focusedId
        : null;
    set({ ...shown, focusedId, ...change });
  };
  return {
    get: () => state,
    subscribe: listeners.subscribe,
    answer: (claim, seq) => {
      if (word.sayClaim(claim, seq)) {
        paint.forgetThreads(claim.id);
        repaint(true);
      }
      return !word.isOverruled(claim.id, seq);
    },
    answerDeleted: (claimId, seq) => {
      if (word.sayGone(claimId, seq)) repaint(true);
    },
    answerBullet: (blockId, dismissal, seq) => {
      if (word.sayBullet(blockId, dismissal, seq)) set({ dismissals: shownDismissals() });
    },
    take: ({ seq, claims, gone, bullets }) => {
      for (const id of gone) word.sayGone(id, seq);
      for (const claim of claims) if (word.sayClaim(claim, seq)) paint.forgetThreads(claim.id);
      for (const { blockId, dismissal } of bullets) word.sayBullet(blockId, dismissal, seq);
      const change = bullets.length > 0 ? { dismissals: shownDismissals() } : {};
      if (claims.length + gone.length > 0) repaint(false, change);
      else set(change);
    },
    show: (next) => {
      if (isSameUnsent(unsent, next)) return;
      unsent = next;
      repaint(true, { dismissals: shownDismissals() });
    },
    allow: (abilities) => {
      if (paint.allow(abilities)) repaint(false);
    },
    countThreads: (claimId, openThreads) => {
      if (state.byId.get(claimId)?.openThreads === openThreads) return;
      paint.countThreads(claimId, openThreads);
      repaint(false);
    },
    focus: (claimId) => {
      const focusedId = claimId !== null && state.byId.has(claimId) ? claimId : null;
      if (focusedId === state.focusedId && state.currentBlockId === null) return;
      set({ focusedId, currentBlockId: null });
    },
    goToBlock: (blockId) => {
      if (blockId !== state.currentBlockId) set({ currentBlockId: blockId });
    },
  };
}

const indexed = (claims: readonly ClaimSummary[]) => ({
  claims,
  byId: new Map(claims.map((claim) => [claim.id, claim])),
});

/** The claim itself where it still stands; else the next of those before it that does, else the one before. */
function heirOf(
  focusedId: string | null,
  before: readonly ClaimSummary[],
  now: ReadonlyMap<string, ClaimSummary>,
): string | null {
  const index = before.findIndex(({ id }) => id === focusedId);
  const candidates = index < 0 ? [] : [...before.slice(index), ...before.slice(0, index).reverse()];
  return candidates.find(({ id }) => now.has(id))?.id ?? null;
}

import { Listeners } from "#components/ui/listeners.ts";
import type { Dismissal } from "#domain/article.ts";
import type { ClaimAbilities, ClaimSummary } from "#domain/claim.ts";
import { claimsInTextOrder } from "./claim-order.ts";

/** What the workbench knows about the article's claims, and where the person is among them. Never mutated. */
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

/** How touched claims and bullets stand on the server. */
export interface ClaimNews {
  claims: readonly ClaimSummary[];
  /** Ids of claims that are deleted. */
  gone: readonly string[];
  bullets: readonly { blockId: string; dismissal: Dismissal | null }[];
  /** Whether the server has heard of a deletion of this claim by now; one that it has not is still on its way there. */
  isDeletionKnown: (claimId: string) => boolean;
}

export interface ClaimStore {
  get: () => WorkbenchState;
  subscribe: (listener: () => void) => () => void;
  /**
   * Adds a claim or takes over its newer form. An older version than the one held is ignored, and so is one that was
   * taken away here: an answer that was under way must not bring it back.
   */
  put: (claim: ClaimSummary) => void;
  /**
   * Takes in a claim as the server answered it. Evidence and open threads are counted without a version: of two forms of
   * equal versions the one from the news counts, which come in order, while an answer may have been on its way for long.
   * Answers false in that case: what else hangs on the claim is better asked anew.
   */
  answer: (claim: ClaimSummary) => boolean;
  /** Takes a claim away. Where it had the focus, the focus goes to the claim after it, else before, else none. */
  remove: (claimId: string) => void;
  /** Shows a claim that was taken away again. */
  bringBack: (claim: ClaimSummary) => void;
  dismiss: (dismissal: Dismissal) => void;
  reopen: (blockId: string) => void;
  /** Focuses a claim; an id that is not there clears the focus. */
  focus: (claimId: string | null) => void;
  /**
   * Takes in what others (and oneself) did, as one change. A focused claim that is gone leaves no heir: what one did
   * not do oneself must not put another claim under one's hands.
   */
  take: (news: ClaimNews) => void;
  /** What may be done with any claim from now on. */
  allow: (abilities: ClaimAbilities) => void;
  goToBlock: (blockId: string | null) => void;
}

/**
 * Holds the claims of one article outside React, so that each stamp, outline row and panel field subscribes to the
 * little it shows and a focus change among 2,000 claims renders two stamps. Answers come in
 * through `put` and `remove`, what others do through `take`.
 */
export function createClaimStore(initial: {
  claims: readonly ClaimSummary[];
  dismissals: readonly Dismissal[];
  focusedId?: string | null;
}): ClaimStore {
  const listeners = new Listeners();
  let state: WorkbenchState = {
    ...indexed(claimsInTextOrder(initial.claims)),
    dismissals: new Map(initial.dismissals.map((dismissal) => [dismissal.blockId, dismissal])),
    focusedId: initial.claims.some((claim) => claim.id === initial.focusedId)
      ? (initial.focusedId ?? null)
      : null,
    currentBlockId: null,
  };
  const set = (change: Partial<WorkbenchState>) => {
    state = { ...state, ...change };
    listeners.tell();
  };
  const removed = new Set<string>();
  /** Of these the deletions that the server may not know of yet: news from before it must not bring them back. */
  const underWay = new Set<string>();
  /** Of these the news have told. */
  const told = new Set<string>();
  /** The focused claim that news took away: should it come back at once, the person never left it. */
  let orphan: string | null = null;
  const store: ClaimStore = {
    get: () => state,
    subscribe: listeners.subscribe,
    put: (claim) => {
      if (removed.has(claim.id)) return;
      const held = state.byId.get(claim.id);
      if (held && isOlder(claim, held)) return;
      const others = held ? state.claims.filter(({ id }) => id !== claim.id) : state.claims;
      set(indexed(claimsInTextOrder([...others, claim])));
    },
    answer: (claim) => {
      const held = told.has(claim.id) ? state.byId.get(claim.id) : undefined;
      const isNewer = !held || isOlder(held, claim);
      store.put(
        isNewer ? claim : { ...claim, evidenceCount: held.evidenceCount, openThreads: held.openThreads },
      );
      return isNewer;
    },
    remove: (claimId) => {
      const index = state.claims.findIndex(({ id }) => id === claimId);
      removed.add(claimId);
      underWay.add(claimId);
      if (index < 0) return;
      const heir = state.claims[index + 1] ?? state.claims[index - 1];
      const focusedId = state.focusedId === claimId ? (heir?.id ?? null) : state.focusedId;
      set({ ...indexed(claimsInTextOrder(state.claims.filter(({ id }) => id !== claimId))), focusedId });
    },
    bringBack: (claim) => {
      removed.delete(claim.id);
      underWay.delete(claim.id);
      store.answer(claim);
      if (orphan === claim.id && state.focusedId === null) store.focus(claim.id);
    },
    take: ({ claims, gone, bullets, isDeletionKnown }) => {
      const byId = new Map(state.byId);
      for (const id of gone) {
        byId.delete(id);
        removed.add(id);
        underWay.delete(id);
      }
      for (const claim of claims) {
        if (underWay.has(claim.id) && !isDeletionKnown(claim.id)) continue;
        removed.delete(claim.id);
        underWay.delete(claim.id);
        told.add(claim.id);
        const held = byId.get(claim.id);
        if (!held || !isOlder(claim, held)) byId.set(claim.id, claim);
      }
      const dismissals = bullets.length > 0 ? dismissalsAfter(state.dismissals, bullets) : state.dismissals;
      const focusedId = state.focusedId && byId.has(state.focusedId) ? state.focusedId : null;
      if (state.focusedId !== focusedId) orphan = state.focusedId;
      const isSame = claims.length === 0 && gone.length === 0;
      set({ ...(!isSame && indexed(claimsInTextOrder([...byId.values()]))), dismissals, focusedId });
    },
    allow: (abilities) => {
      if (state.claims.every((claim) => isSameAbilities(claim.abilities, abilities))) return;
      set(indexed(state.claims.map((claim) => ({ ...claim, abilities }))));
    },
    dismiss: (dismissal) => set({ dismissals: new Map(state.dismissals).set(dismissal.blockId, dismissal) }),
    reopen: (blockId) => {
      const dismissals = new Map(state.dismissals);
      if (dismissals.delete(blockId)) set({ dismissals });
    },
    focus: (claimId) => {
      orphan = null;
      const focusedId = claimId !== null && state.byId.has(claimId) ? claimId : null;
      if (focusedId === state.focusedId && state.currentBlockId === null) return;
      set({ focusedId, currentBlockId: null });
    },
    goToBlock: (blockId) => {
      if (blockId !== state.currentBlockId) set({ currentBlockId: blockId });
    },
  };
  return store;
}

const indexed = (claims: readonly ClaimSummary[]) => ({
  claims,
  byId: new Map(claims.map((claim) => [claim.id, claim])),
});

/** Whether two answers to "what may I do" are the same. */
export const isSameAbilities = (a: ClaimAbilities, b: ClaimAbilities): boolean =>
  a.update === b.update && a.delete === b.delete && a.settle === b.settle;

function dismissalsAfter(
  before: WorkbenchState["dismissals"],
  bullets: ClaimNews["bullets"],
): WorkbenchState["dismissals"] {
  const dismissals = new Map(before);
  for (const { blockId, dismissal } of bullets) {
    if (dismissal) dismissals.set(blockId, dismissal);
    else dismissals.delete(blockId);
  }
  return dismissals;
}

/** A verdict has a version of its own and evidence none, so among equals the answer that came later wins. */
function isOlder(claim: ClaimSummary, held: ClaimSummary): boolean {
  if (claim.version !== held.version) return claim.version < held.version;
  const [verdict, heldVerdict] = [claim.verdict, held.verdict];
  if (verdict && verdict.id === heldVerdict?.id && verdict.version !== heldVerdict.version)
    return verdict.version < heldVerdict.version;
  return claim.updatedAt < held.updatedAt;
}

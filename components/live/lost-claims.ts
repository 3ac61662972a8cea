import { Listeners } from "#components/ui/listeners.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { MemberSummary } from "#domain/member.ts";

/** A claim that somebody else deleted while it was under this person's hands. */
export interface LostClaim {
  /** As it last stood here. */
  claim: ClaimSummary;
  by: MemberSummary | null;
}

/** The lost claims that were not decided on, the earliest first. */
export class LostClaims {
  #lost: readonly LostClaim[] = [];
  readonly #listeners = new Listeners();

  get = (): readonly LostClaim[] => this.#lost;

  readonly subscribe = this.#listeners.subscribe;

  add(lost: LostClaim): void {
    this.#set([...this.#lost.filter(({ claim }) => claim.id !== lost.claim.id), lost]);
  }

  /** It was decided on here, or it is back because somebody restored it. */
  settle(claimId: string): void {
    const rest = this.#lost.filter(({ claim }) => claim.id !== claimId);
    if (rest.length < this.#lost.length) this.#set(rest);
  }

  #set(lost: readonly LostClaim[]) {
    this.#lost = lost;
    this.#listeners.tell();
  }
}

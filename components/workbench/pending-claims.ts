/**
 * Claims that are shown and not yet known to the server. Whoever writes to a claim waits for it here, so that a person
 * on a slow line who goes on working on a new claim is not told that it does not exist.
 */
export class PendingClaims {
  readonly #creations = new Map<string, Promise<unknown>>();

  /** Notes that `creation` is under way and answers it. */
  track<Answer>(claimId: string, creation: Promise<Answer>): Promise<Answer> {
    this.#creations.set(claimId, creation);
    const forget = () => void this.#creations.delete(claimId);
    creation.then(forget, forget);
    return creation;
  }

  /** Resolves when the claim's creation was answered, whichever way; at once for any other claim. */
  async settled(claimId: string): Promise<void> {
    await this.#creations.get(claimId)?.catch(() => {});
  }
}

import { Listeners } from "#components/ui/listeners.ts";
import type { LiveEvent } from "#domain/live.ts";
import type { MemberSummary } from "#domain/member.ts";

/** Who changed a field last, as far as this page has heard. Null where it is not known who. */
export interface RemoteChange {
  by: MemberSummary | null;
  /** When, as an ISO date and time. */
  at: string;
}

/**
 * The last change of each claim's field by somebody else, so that a text that must not be overwritten can say who
 * wrote the other one. A field's name is the one of `components/claim/claim-field.ts`, or `anchor`.
 */
export class FieldNews {
  readonly #last = new Map<string, RemoteChange>();
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  /** Null where nobody else has changed the field since the page was loaded. The same object while it stays so. */
  last(claimId: string, field: string): RemoteChange | null {
    return this.#last.get(keyOf(claimId, field)) ?? null;
  }

  /** Takes in others' events, oldest first. */
  note(events: readonly LiveEvent[]): void {
    let changed = false;
    for (const { claimId, fields, actor: by, at } of events) {
      if (claimId === null) continue;
      for (const field of fields) this.#last.set(keyOf(claimId, field), { by, at });
      changed ||= fields.length > 0;
    }
    if (!changed) return;
    this.#listeners.tell();
  }
}

const keyOf = (claimId: string, field: string): string => `${claimId}/${field}`;

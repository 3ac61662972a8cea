import { Listeners } from "#components/ui/listeners.ts";
import { isComposing } from "#components/ui/typing.ts";
import type { MemberSummary } from "#domain/member.ts";

/** The list of people while one is being mentioned. `active` is an index into `people`. */
export interface Offer {
  people: readonly MemberSummary[];
  active: number;
}

/** What a key did to an offer: took somebody, moved on, or nothing. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Who is offered after an at sign, and who of them is chosen: the editor's plugin tells it what is typed, the list
 * shows it. Holds no more than that, so that the editor and React each keep their own time.
 */
export class MentionChoice {
  readonly #listeners = new Listeners();
  #offer: Offer | null = null;
  #take: (member: MemberSummary) => void = () => {};

  get offer(): Offer | null {
    return this.#offer;
  }

  readonly subscribe = this.#listeners.subscribe;

  /** Offers `people`; `take` puts one of them into the text. Nobody to offer is no offer. */
  show(people: readonly MemberSummary[], take: (member: MemberSummary) => void): void {
    this.#take = take;
    const before = this.#offer?.people[this.#offer.active]?.id;
    const kept = people.findIndex(({ id }) => id === before);
    this.#set(people.length > 0 ? { people, active: Math.max(0, kept) } : null);
  }

  hide(): void {
    this.#set(null);
  }

  point(active: number): void {
    if (this.#offer && this.#offer.active !== active) this.#set({ ...this.#offer, active });
  }

  take(index = this.#offer?.active ?? -1): boolean {
    const member = this.#offer?.people[index];
    if (member) this.#take(member);
    return member !== undefined;
  }

  /** Whether the key was for the list. The input method's own keys never are. */
  press(
    event: Pick<KeyboardEvent, "key" | "isComposing" | "keyCode" | "shiftKey" | "ctrlKey" | "metaKey">,
  ): boolean {
    if (!this.#offer || isComposing(event)) return false;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const { people, active } = this.#offer;
      this.point((active + step + people.length) % people.length);
      return true;
    }
    return event.key === "Enter" || event.key === "Tab" ? this.take() : false;
  }

  #set(offer: Offer | null): void {
    if (offer === this.#offer) return;
    this.#offer = offer;
    this.#listeners.tell();
  }
}

import { Listeners } from "#components/ui/listeners.ts";
import type { ProseRoom } from "./prose-room.ts";

/** The rooms of this tab, for whoever wants to know how a claim's prose stands and does not show it. */
class OpenRooms {
  readonly #rooms = new Map<string, { room: ProseRoom; stop: () => void }>();
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  /** Null for a claim whose prose is not open here. */
  get(claimId: string): ProseRoom | null {
    return this.#rooms.get(claimId)?.room ?? null;
  }

  /** Answers when all that was written in this tab is in the database, or is known not to come there. */
  async stored(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map(({ room }) => room.whenStored()));
  }

  add(room: ProseRoom): void {
    this.#rooms.set(room.claimId, { room, stop: room.subscribe(() => this.#listeners.tell()) });
    this.#listeners.tell();
  }

  remove(room: ProseRoom): void {
    this.#rooms.get(room.claimId)?.stop();
    this.#rooms.delete(room.claimId);
    this.#listeners.tell();
  }
}

export const openRooms = new OpenRooms();

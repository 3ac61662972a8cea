import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import type { LiveSocket } from "#components/live/live-socket.ts";
import { type KeptProse, keptProse } from "./kept-prose.ts";
import { openRooms } from "./open-rooms.ts";
import { ProseRoom } from "./prose-room.ts";

/** A room is kept this long after its panel was closed: who comes back at once finds it as it was. */
const LINGER = 1_000;
/** The page's line watches itself; an interval may not be longer than a 32-bit number of milliseconds. */
const NEVER = 2_000_000_000;

/** The claims whose prose is open in this tab. A claim is open as long as somebody shows it, or it is not stored. */
export class ProseRooms {
  readonly #live: LiveSocket;
  readonly #line: HocuspocusProviderWebsocket;
  readonly #kept: KeptProse;
  readonly #open = new Map<string, { room: ProseRoom; users: number }>();

  constructor(live: LiveSocket, memberId: string) {
    this.#live = live;
    this.#kept = keptProse(memberId);
    this.#line = new HocuspocusProviderWebsocket({
      url: "ws://the-page-has-one-line",
      WebSocketPolyfill: live.proseSocketClass,
      messageReconnectTimeout: NEVER,
      delay: 50,
      minDelay: 50,
      maxDelay: 1_000,
    });
  }

  /** Opens a claim's prose for one more user, who closes it again. */
  open(claimId: string, isNew: boolean): ProseRoom {
    const held = this.#open.get(claimId);
    if (held) {
      held.users += 1;
      return held.room;
    }
    const room = new ProseRoom({ claimId, isNew, live: this.#live, line: this.#line, kept: this.#kept });
    this.#open.set(claimId, { room, users: 1 });
    openRooms.add(room);
    return room;
  }

  close(room: ProseRoom): void {
    const held = this.#open.get(room.claimId);
    if (held?.room !== room) return;
    held.users -= 1;
    if (held.users === 0) setTimeout(() => this.#leave(room), LINGER);
  }

  /** Brings to the server what an earlier life of the page wrote and could not. */
  async bringBack(): Promise<void> {
    for (const claimId of await this.#kept.claimIds()) {
      const room = this.open(claimId, false);
      await room.whenStored();
      this.close(room);
    }
  }

  #leave(room: ProseRoom): void {
    const held = this.#open.get(room.claimId);
    if (held?.room !== room || held.users > 0) return;
    // What is not stored is in the browser's database as well; while the page lives it goes on trying.
    if (!room.isStored && room.get().phase.name !== "refused") {
      setTimeout(() => this.#leave(room), LINGER);
      return;
    }
    this.#open.delete(room.claimId);
    openRooms.remove(room);
    room.destroy();
  }
}

import type { Answer } from "./deliver.ts";
import type { Entry } from "./entry.ts";

/** What the tabs of one member in one browser tell each other. */
export type TabMessage =
  | { type: "changed" }
  | { type: "answered"; entry: Entry; answer: Answer }
  | { type: "refused"; entry: Entry }
  /** A page was opened by a session of the member: those whose session ended go on with it. */
  | { type: "signedIn" }
  /** The person gave everything up as they signed out. */
  | { type: "thrownAway" };

export interface Tabs {
  /** Runs `work` while no other tab runs its own. */
  alone: (work: () => Promise<void>) => Promise<void>;
  tell: (message: TabMessage) => void;
  close: () => void;
}

/**
 * The tabs of this browser, by Web Locks and a BroadcastChannel. Without them (an old browser, a page over plain http)
 * each tab works for itself; that is safe, because a deed may arrive twice.
 */
export function browserTabs(name: string, onMessage: (message: TabMessage) => void): Tabs {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
  // Only our own code speaks on a channel of our own origin.
  channel?.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => onMessage(data));
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return {
    alone: async (work) => {
      if (locks) await locks.request(name, work);
      else await work();
    },
    tell: (message) => channel?.postMessage(message),
    close: () => channel?.close(),
  };
}

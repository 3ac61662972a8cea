/** What operators see of the live part. */
interface LiveStatus {
  /** False while the database's wake-ups are not heard: others' work then appears with seconds of delay. */
  listening: boolean;
  /** How many pages are connected to this instance. */
  sockets: number;
  /** How many claims' prose could not be stored at the last try and is held in memory. */
  unstored: number;
}

/** Next's bundles have modules of their own; the live part lives outside of them, in the same process. */
const kept = globalThis as typeof globalThis & { uratoriLive?: () => LiveStatus };

export function showLiveStatus(status: () => LiveStatus): void {
  kept.uratoriLive = status;
}

/** Null where this process has no live part. */
export const liveStatus = (): LiveStatus | null => kept.uratoriLive?.() ?? null;

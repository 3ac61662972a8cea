"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import type { LiveSocket } from "#components/live/live-socket.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { keptProse } from "./kept-prose.ts";
import { openRooms } from "./open-rooms.ts";
import type { ProseRoom, ProseSnapshot } from "./prose-room.ts";
import type { ProseRooms } from "./prose-rooms.ts";
import type { RationaleEditor } from "./rationale-editor.tsx";
import type { SummaryEditor } from "./summary-editor.tsx";

/** What writing together needs and reading an article does not: it is loaded once a claim is opened. */
interface ProseParts {
  rooms: ProseRooms;
  SummaryEditor: typeof SummaryEditor;
  RationaleEditor: typeof RationaleEditor;
}

/** A claim's prose as a component shows it. */
export interface OpenProse {
  room: ProseRoom;
  parts: ProseParts;
}

const loaded = new WeakMap<LiveSocket, Promise<ProseParts>>();

function loadParts(live: LiveSocket, memberId: string): Promise<ProseParts> {
  const before = loaded.get(live);
  if (before) return before;
  const loading = load(live, memberId);
  loaded.set(live, loading);
  // Without a network there is no code to load; the next one who asks tries again.
  loading.catch(() => loaded.delete(live));
  return loading;
}

async function load(live: LiveSocket, memberId: string): Promise<ProseParts> {
  const [{ ProseRooms }, { SummaryEditor }, { RationaleEditor }] = await Promise.all([
    import("./prose-rooms.ts"),
    import("./summary-editor.tsx"),
    import("./rationale-editor.tsx"),
  ]);
  return { rooms: new ProseRooms(live, memberId), SummaryEditor, RationaleEditor };
}

/** Opens a claim's prose as long as the caller shows it; null until it can be shown. */
export function useProse(claim: Pick<Claim, "id" | "verdict">): OpenProse | null {
  const live = useLive();
  const { member } = useDesk();
  const [open, setOpen] = useState<OpenProse | null>(null);
  // Only at first sight: once there is a verdict, its document is the server's to give.
  const [isNew] = useState(claim.verdict === null);
  useEffect(() => {
    let close = () => {};
    let isLeft = false;
    const show = (parts: ProseParts) => {
      if (isLeft) return;
      const room = parts.rooms.open(claim.id, isNew);
      close = () => parts.rooms.close(room);
      setOpen({ room, parts });
    };
    const tryAgain = () => {
      if (isLeft) return;
      close = live.subscribe(() => {
        if (live.status !== "open") return;
        close();
        begin();
      });
    };
    const begin = () => void loadParts(live, member.id).then(show, tryAgain);
    begin();
    return () => {
      isLeft = true;
      close();
      setOpen(null);
    };
  }, [live, member.id, claim.id, isNew]);
  return open?.room.claimId === claim.id ? open : null;
}

/** How a claim's prose stands where it is open in this tab; null where it is not. */
export function useProseSnapshot(claimId: string): ProseSnapshot | null {
  return useSyncExternalStore(
    openRooms.subscribe,
    useCallback(() => openRooms.get(claimId)?.get() ?? null, [claimId]),
    () => null,
  );
}

/**
 * Brings to the server, whichever page of the desk is open, what was written in an earlier life of one and did not reach
 * it; tried again with every line until it is done.
 */
export function useProseReturn(): void {
  const live = useLive();
  const { member } = useDesk();
  useEffect(() => {
    let isUnderWay = false;
    const bringBack = async () => {
      if (live.status !== "open" || isUnderWay) return;
      isUnderWay = true;
      try {
        const kept = await keptProse(member.id).claimIds();
        if (kept.length > 0) await (await loadParts(live, member.id)).rooms.bringBack();
        stop();
      } catch {
        // Without a network the code is not there; what is kept stays kept.
      } finally {
        isUnderWay = false;
      }
    };
    const stop = live.subscribe(() => void bringBack());
    void bringBack();
    return () => void stop();
  }, [live, member.id]);
}

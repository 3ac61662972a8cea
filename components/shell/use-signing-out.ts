"use client";

import { notifications } from "@mantine/notifications";
import { useCallback, useMemo, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { keptProse } from "#components/prose/kept-prose.ts";
import { openRooms } from "#components/prose/open-rooms.ts";
import { unresolvedCount, unsentCount } from "#components/queue/counts.ts";
import { forgetMember } from "#components/queue/forget-member.ts";
import { useQueue } from "#components/queue/queue-provider.tsx";
import { endSession } from "#components/sign-in/auth-client.ts";
import { useDesk } from "./desk-context.tsx";

/** How long signing out waits for what is just being sent, in milliseconds. */
const PATIENCE = 1500;

export interface SigningOut {
  /** How much did not reach the server (deeds, and claims with unstored prose), while the person is asked about it; null while they are not. */
  unsent: number | null;
  start: () => void;
  stay: () => void;
  /** Leaves it in this browser for the next time: nobody else who signs in here sees it. */
  keep: () => void;
  throwAway: () => void;
}

/**
 * Ends the session and starts over at the door; nothing of the last person's stays in the page's memory. Asks first where
 * something did not reach the server.
 */
export function useSigningOut(): SigningOut {
  const errorMessage = useErrorMessage();
  const live = useLive();
  const queue = useQueue();
  const { member } = useDesk();
  const [unsent, setUnsent] = useState<number | null>(null);

  const end = useCallback(async () => {
    // The server ends the line with the session; who signs out need not be told that they did.
    live.stop();
    try {
      await endSession();
      window.location.assign("/signin");
    } catch (error) {
      live.start();
      notifications.show({ color: "red", message: errorMessage(error) });
    }
  }, [live, errorMessage]);

  const start = useCallback(async () => {
    queue.release();
    const arrived = Promise.all([queue.flushed(), openRooms.stored()]);
    await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const prose = await keptProse(member.id).claimIds();
    const left = unsentCount(queue) + unresolvedCount(queue) + prose.length;
    if (left > 0) setUnsent(left);
    else await end();
  }, [queue, member.id, end]);

  const throwAway = useCallback(async () => {
    queue.throwAway();
    await forgetMember(member.id);
    await end();
  }, [queue, member.id, end]);

  return useMemo(
    () => ({
      unsent,
      start: () => void start(),
      stay: () => setUnsent(null),
      keep: () => void end(),
      throwAway: () => void throwAway(),
    }),
    [unsent, start, end, throwAway],
  );
}

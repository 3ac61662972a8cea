"use client";

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { client } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { LIVE_PATH } from "#domain/live.ts";
import { LiveSocket, type LiveStatus } from "./live-socket.ts";

const LiveContext = createContext<LiveSocket | null>(null);

/** The page's line to the server. Throws outside the desk, where nobody is signed in. */
export function useLive(): LiveSocket {
  const live = use(LiveContext);
  if (!live) throw new Error("useLive needs the desk's layout around it");
  return live;
}

/** How the line stands; `connecting` on the server. */
export function useLiveStatus(): LiveStatus {
  const live = useLive();
  return useSyncExternalStore(
    live.subscribe,
    () => live.status,
    () => "connecting",
  );
}

/** One line per tab for all pages of the desk: it opens in the browser and lives until the desk is left. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { member } = useDesk();
  const [live] = useState(
    () => new LiveSocket({ memberId: member.id, connect: () => new WebSocket(liveAddress()), isSignedOut }),
  );
  useEffect(() => {
    live.start();
    const stopWatching = watchBrowser(live);
    return () => {
      stopWatching();
      live.stop();
    };
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

const isSignedOut = () =>
  client.profile.get().then(
    () => false,
    (error: unknown) => codeOf(error) === "UNAUTHENTICATED",
  );

function liveAddress(): URL {
  const address = new URL(LIVE_PATH, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address;
}

/** What the browser knows sooner than the line: the network is gone or back, the person looks again or leaves. */
function watchBrowser(live: LiveSocket): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  const onVisible = () => document.visibilityState === "visible" && live.retryNow();
  // A page that the browser keeps for the way back must not count as present, and begins anew when it is shown again.
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && live.start();
  window.addEventListener("online", live.retryNow, { signal });
  window.addEventListener("offline", live.drop, { signal });
  window.addEventListener("focus", live.retryNow, { signal });
  window.addEventListener("pagehide", live.stop, { signal });
  window.addEventListener("pageshow", onShow, { signal });
  document.addEventListener("visibilitychange", onVisible, { signal });
  return () => watch.abort();
}

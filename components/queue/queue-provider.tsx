"use client";

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { speakFor } from "#components/api/client.ts";
import { useLive } from "#components/live/live-provider.tsx";
import { useDesk } from "#components/shell/desk-context.tsx";
import { DeedQueue } from "./deed-queue.ts";
import { deliver } from "./deliver.ts";
import { databaseName, openMemberStorage } from "./queue-storage.ts";
import { browserTabs } from "./tabs.ts";

const QueueContext = createContext<DeedQueue | null>(null);

/** Everything the member did and the server has not answered. Throws outside the desk, where nobody is signed in. */
export function useQueue(): DeedQueue {
  const queue = use(QueueContext);
  if (!queue) throw new Error("useQueue needs the desk's layout around it");
  return queue;
}

/** What `select` picks of the queue. It must answer the same object while it means the same. */
export function useQueueState<Picked>(select: (queue: DeedQueue) => Picked, onServer: Picked): Picked {
  const queue = useQueue();
  const pick = useCallback(() => select(queue), [queue, select]);
  const server = useRef(onServer);
  return useSyncExternalStore(queue.subscribe, pick, () => server.current);
}

/** One queue per tab for all pages of the desk; it sends on every page, whichever article a deed belongs to. */
export function QueueProvider({ children }: { children: ReactNode }) {
  const { member } = useDesk();
  const live = useLive();
  const [queue] = useState(
    () =>
      new DeedQueue({
        storage: () => openMemberStorage(member.id),
        deliver,
        tabs: (onMessage) => browserTabs(databaseName(member.id), onMessage),
      }),
  );
  useEffect(() => {
    speakFor(member.id);
    void queue.start();
    // The page was made for somebody who is signed in.
    queue.signedIn();
    const stopWatching = watchBrowser(queue);
    return () => {
      stopWatching();
      queue.stop();
    };
  }, [queue, member.id]);
  useEffect(() => queue.onSignedIn(live.start), [live, queue]);
  useEffect(
    () =>
      live.subscribe(() => {
        if (live.status === "open") queue.wake();
        if (live.status === "ended") queue.signedOut();
      }),
    [live, queue],
  );
  return <QueueContext value={queue}>{children}</QueueContext>;
}

/** Sends what rests when the page is hidden, tries again when the network is back, and asks before work is lost. */
function watchBrowser(queue: DeedQueue): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  const onHide = () => document.visibilityState === "hidden" && queue.release();
  const onLeave = (event: BeforeUnloadEvent) => {
    if (!queue.isAtRisk) return;
    queue.release();
    event.preventDefault();
  };
  window.addEventListener("online", queue.wake, { signal });
  window.addEventListener("beforeunload", onLeave, { signal });
  document.addEventListener("visibilitychange", onHide, { signal });
  return () => watch.abort();
}

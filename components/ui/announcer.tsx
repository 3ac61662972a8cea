"use client";

import { VisuallyHidden } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useRef } from "react";

/** Says `message` to a screen reader; `urgent` interrupts what it is saying. */
export type Announce = (message: string, options?: { urgent?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says what changed to people who can't see it change. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const urgent = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((message, options) => {
    const region = options?.urgent ? urgent.current : polite.current;
    // A new element each time: the same words said twice must be heard twice.
    const line = document.createElement("p");
    line.textContent = message;
    region?.replaceChildren(line);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div ref={polite} role="status" aria-live="polite" />
        <div ref={urgent} role="alert" aria-live="assertive" />
      </VisuallyHidden>
    </AnnounceContext>
  );
}

"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";

const TYPING_PAUSE_MS = 250;

/** What is typed into the search, what is searched for after a pause, and the address that remembers it. */
export function useListQuery(initial: string) {
  const [typed, setTyped] = useState(initial);
  const [settled] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const q = settled.trim();
  useEffect(() => {
    const address = new URL(window.location.href);
    if ((address.searchParams.get("q") ?? "") === q) return;
    if (q) address.searchParams.set("q", q);
    else address.searchParams.delete("q");
    window.history.replaceState(null, "", address);
  }, [q]);
  return { typed, q, setTyped };
}

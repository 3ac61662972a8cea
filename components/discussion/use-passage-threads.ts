"use client";

import { useMemo } from "react";
import type { ShownThread } from "./shown-threads.ts";
import { useThreads } from "./use-threads.ts";

/** The open conversations about words of the article that are no claim. */
export function usePassageThreads(): readonly ShownThread[] {
  const { threads } = useThreads({ state: "open" });
  return useMemo(() => threads.filter(({ anchor }) => anchor !== null), [threads]);
}

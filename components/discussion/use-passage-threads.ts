"use client";

import { useMemo } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ShownThread } from "./shown-threads.ts";
import { useThreads } from "./use-threads.ts";

/** The open conversations about words of the article's text that are no claim; not those left at earlier revisions. */
export function usePassageThreads(): readonly ShownThread[] {
  const { threads } = useThreads({ state: "open" });
  const { article } = useWorkbench();
  const revisionId = article.revision.id;
  return useMemo(
    () => threads.filter(({ anchor }) => anchor?.revisionId === revisionId),
    [threads, revisionId],
  );
}

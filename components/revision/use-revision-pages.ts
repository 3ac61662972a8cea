"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import type { RevisionSummary } from "#domain/revision.ts";

export interface RevisionPage {
  items: RevisionSummary[];
  nextCursor: string | null;
}

/** An article's versions, page by page; `first` is the server's first page. */
export function useRevisionPages(articleId: string, first: RevisionPage) {
  const query = useInfiniteQuery(
    orpc.revision.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ articleId, ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: { pages: [first], pageParams: [undefined] },
    }),
  );
  return { ...query, revisions: query.data.pages.flatMap((page) => page.items) };
}

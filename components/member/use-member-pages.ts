"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import type { Member } from "#domain/member.ts";

export interface MemberPage {
  items: Member[];
  nextCursor: string | null;
}

/** All members, page by page; `first` is the server's first page. */
export function useMemberPages(first: MemberPage) {
  const query = useInfiniteQuery(
    orpc.member.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialData: { pages: [first], pageParams: [undefined] },
    }),
  );
  return { ...query, members: query.data.pages.flatMap((page) => page.items) };
}

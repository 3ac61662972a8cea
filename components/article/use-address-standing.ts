"use client";

import { type QueryClient, useQuery } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import type { AddressStanding } from "#domain/watch.ts";

const POLL_MS = 4_000;

/**
 * What is known of an article's address, asked for once and anew whenever something of the article changed. A look that
 * found nothing is no event: who shows when the last one was says so.
 */
export const useAddressStanding = (articleId: string, { showsLooks = false } = {}) =>
  useQuery(
    orpc.watch.get.queryOptions({ input: { articleId }, refetchInterval: showsLooks ? POLL_MS : false }),
  );

/** Shows what the server answered to a change of it. */
export function takeAddressStanding(
  queries: QueryClient,
  articleId: string,
  standing: AddressStanding,
): void {
  queries.setQueryData(orpc.watch.get.queryKey({ input: { articleId } }), standing);
}

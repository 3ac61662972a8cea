import { QueryClient } from "@tanstack/react-query";
import { failureOf } from "./failure.ts";

/** How long an answer counts as fresh, in milliseconds: a click back shows it without asking again. */
const FRESH_MS = 15_000;
const MAX_TRIES_OFFLINE = 2;

/** One per browser page. A refusal is an answer and is not asked for again; only a lost connection is. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (count, error) => failureOf(error).kind === "offline" && count < MAX_TRIES_OFFLINE,
      },
      mutations: { retry: false },
    },
  });
}

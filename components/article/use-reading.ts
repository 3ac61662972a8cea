"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { client, orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import type { Reading, ReadingDirection, ReadingLanguage } from "#domain/machine-reading.ts";

/** How often to ask how far a reading is, in milliseconds. */
const ASK_EVERY = 1_000;

export interface ReadingWish {
  file: File;
  direction: ReadingDirection;
  language: ReadingLanguage;
}

/** Whether a reading is under way, or will be. */
export const isOpenReading = ({ state }: Pick<Reading, "state">): boolean =>
  state === "waiting" || state === "running";

/** Has a file read by machine. `onStarted` is told once it is taken. */
export function useStartReading(onStarted: (reading: Reading) => void) {
  return useMutation({
    mutationFn: async (wish: ReadingWish) => await client.reading.start(wish),
    onSuccess: onStarted,
  });
}

/** How a reading stands now: asked again and again until it is over. */
export function useReading(kept: Reading) {
  return useQuery({
    ...orpc.reading.get.queryOptions({ input: { readingId: kept.id } }),
    initialData: kept,
    initialDataUpdatedAt: 0,
    // Without a line it goes on being asked: the reading goes on as well.
    refetchInterval: ({ state: { data, error } }) =>
      codeOf(error) !== "NOT_FOUND" && data && isOpenReading(data) ? ASK_EVERY : false,
    refetchIntervalInBackground: true,
  });
}

/** Stops a reading that nobody looks at any more. It may be over, or the line may be down: then it is removed in time. */
export function stopReading(reading: Reading | null): void {
  if (reading && isOpenReading(reading))
    client.reading.cancel({ readingId: reading.id }).catch(() => undefined);
}

/** Stops a reading. */
export const useCancelReading = (onCancelled: () => void) =>
  useMutation({
    mutationFn: async (readingId: string) => await client.reading.cancel({ readingId }),
    onSuccess: onCancelled,
  });

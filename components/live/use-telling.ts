"use client";

import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Claim } from "#domain/claim.ts";
import type { LiveEvent } from "#domain/live.ts";
import { useNewsSentence } from "./use-news-sentence.ts";

/** How long the sentence stays, in milliseconds. */
const READING_TIME = 6_000;

/** Tells what others did to the claim on the desk, and of nothing else: there, it is under the person's hands. */
export function useTelling(): (others: readonly LiveEvent[], claims: readonly Claim[]) => void {
  const { store } = useWorkbench();
  const announce = useAnnounce();
  const sentenceOf = useNewsSentence();
  return useCallback(
    (others, claims) => {
      const claim = claims.find(({ id }) => id === store.get().focusedId);
      if (!claim) return;
      const sentences = others
        .filter(({ claimId }) => claimId === claim.id)
        .flatMap((event) => sentenceOf(event, claim) ?? []);
      if (sentences.length === 0) return;
      const message = [...new Set(sentences)].join(" ");
      announce(message);
      show(`live-${claim.id}`, message);
    },
    [store, announce, sentenceOf],
  );
}

/** One line a claim: a person who types in pauses must not fill the other's screen. */
function show(id: string, message: string): void {
  const line = { id, message, autoClose: READING_TIME, withBorder: true, role: "none" };
  notifications.update(line);
  notifications.show(line);
}

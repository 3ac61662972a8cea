"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { client, orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import type { DraftDecisionInput, DraftEntry, RevisionDraft } from "#domain/revision-draft.ts";

/** Others decide at the same time: how often the page asks what they did, in milliseconds. */
const LOOK_AGAIN = 4000;

/** A draft as the API answers it. JSON drops nothing of it but the brand that says its offsets are code points. */
const fromWire = (draft: Awaited<ReturnType<typeof client.revisionDraft.get>>): RevisionDraft =>
  draft as RevisionDraft;

/**
 * The article's draft as it stands now, null where there is none (any more). `initial`: what the server found before the
 * page was sent.
 */
export function useRevisionDraft(articleId: string, initial: RevisionDraft | null) {
  const queries = useQueryClient();
  const queryKey = useMemo(() => orpc.revisionDraft.get.queryKey({ input: { articleId } }), [articleId]);
  const query = useQuery({
    queryKey: [...queryKey, "or none"],
    queryFn: async ({ signal }): Promise<RevisionDraft | null> => {
      try {
        return fromWire(await client.revisionDraft.get({ articleId }, { signal }));
      } catch (error) {
        if (codeOf(error) === "NOT_FOUND") return null;
        throw error;
      }
    },
    initialData: initial,
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: "always",
  });
  const put = useCallback(
    (draft: RevisionDraft | null) => queries.setQueryData([...queryKey, "or none"], draft),
    [queries, queryKey],
  );
  return { draft: query.data ?? null, error: query.error, refetch: query.refetch, put, queryKey };
}

/** Deciding about claims: shown at once as the server answered it, and looked up again where it was refused. */
export function useDecisions(draft: RevisionDraft, onRefused: (error: unknown) => void) {
  const queries = useQueryClient();
  const { articleId, id: draftId } = draft;
  const key = [...orpc.revisionDraft.get.queryKey({ input: { articleId } }), "or none"];
  const take = (entry: DraftEntry) =>
    queries.setQueryData<RevisionDraft | null>(key, (now) =>
      now?.id === draftId
        ? { ...now, entries: now.entries.map((one) => (one.claim.id === entry.claim.id ? entry : one)) }
        : now,
    );
  const settle = {
    onMutate: () => queries.cancelQueries({ queryKey: key }),
    onSuccess: (entry: unknown) => void take(entry as DraftEntry),
    onError: (error: unknown) => {
      onRefused(error);
      void queries.invalidateQueries({ queryKey: key });
    },
  };
  const decide = useMutation({
    mutationFn: ({ claimId, decision }: { claimId: string; decision: DraftDecisionInput }) =>
      client.revisionDraft.decide({ articleId, draftId, claimId, decision }),
    ...settle,
  });
  const undecide = useMutation({
    mutationFn: ({ claimId }: { claimId: string }) =>
      client.revisionDraft.undecide({ articleId, draftId, claimId }),
    ...settle,
  });
  return { decide, undecide };
}

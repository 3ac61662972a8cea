"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { client, orpc } from "#components/api/client.ts";
import { failureOf } from "#components/api/failure.ts";
import { issueSchema } from "#contract/error.ts";
import type { ImportField } from "./import-draft.ts";
import { fieldAt } from "./import-values.ts";

/** Saves the article and goes to its workbench; busy until that page is there. */
export function useSaveImport(onSaved: () => void) {
  const router = useRouter();
  const queries = useQueryClient();
  const [isLeaving, startLeaving] = useTransition();
  const save = useMutation({
    mutationFn: (article: Parameters<typeof client.article.create>[0]) => client.article.create(article),
    onSuccess: (article) => {
      onSaved();
      void queries.invalidateQueries({ queryKey: orpc.article.list.key() });
      startLeaving(() => router.push(`/articles/${article.id}`));
    },
  });
  return {
    save: save.mutate,
    isBusy: save.isPending || isLeaving,
    error: save.error,
    refused: refusedFields(save.error),
    reset: save.reset,
  };
}

/** The server's own sentence for each field that it refused. */
function refusedFields(error: unknown): Partial<Record<ImportField, string>> {
  const failure = failureOf(error);
  if (failure.kind !== "refused" || failure.code !== "INVALID_INPUT") return {};
  const issues = issueSchema.array().safeParse((failure.data as { issues?: unknown } | null)?.issues);
  const entries = (issues.data ?? []).map((issue) => [fieldAt(issue.path), issue.message] as const);
  return Object.fromEntries(entries.filter(([field]) => field !== null));
}

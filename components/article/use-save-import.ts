"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { client, orpc } from "#components/api/client.ts";
import { refusedFields } from "#components/api/refused-fields.ts";
import { isDetailField } from "./detail-values.ts";

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
    refused: refusedFields(save.error, isDetailField),
    reset: save.reset,
  };
}

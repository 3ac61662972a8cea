"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { client, orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { notifyDone } from "#components/workbench/notify.tsx";
import type { RevisionDraft } from "#domain/revision-draft.ts";

/** Saves a draft or throws it away, and leads on; `onEnd` where somebody else did so first. */
export function useEndDraft({ articleId, id: draftId, base }: RevisionDraft, onEnd: () => void) {
  const t = useTranslations("versions");
  const router = useRouter();
  const queries = useQueryClient();
  const errorMessage = useErrorMessage();
  const [isLeaving, startLeaving] = useTransition();
  const leave = (address: string) => {
    void queries.invalidateQueries({ queryKey: orpc.key() });
    startLeaving(() => {
      router.push(address);
      router.refresh();
    });
  };
  const onError = (error: unknown) => {
    if (codeOf(error) === "DRAFT_GONE" || codeOf(error) === "NOT_FOUND") onEnd();
  };
  const save = useMutation({
    mutationFn: () => client.revisionDraft.save({ articleId, draftId }),
    onSuccess: () => {
      notifyDone(t("save.done", { number: base.number + 1 }));
      leave(`/articles/${articleId}`);
    },
    onError,
  });
  const discard = useMutation({
    mutationFn: () => client.revisionDraft.remove({ articleId, draftId }),
    onSuccess: () => {
      notifyDone(t("discard.done"));
      leave(`/articles/${articleId}`);
    },
    onError,
  });
  const error = save.error ?? discard.error;
  return {
    save: () => save.mutate(),
    discard: () => discard.mutate(),
    isBusy: save.isPending || discard.isPending || isLeaving,
    problem: error ? errorMessage(error) : null,
  };
}

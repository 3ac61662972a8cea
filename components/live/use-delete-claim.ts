"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { useLiveArticle } from "./live-article.tsx";

/** Deletes a claim as a person asks for it: at once, or after a question where somebody else has it open. */
export function useDeleteClaim(): (claimId: string) => void {
  const t = useTranslations("live");
  const { store, actions, questions } = useWorkbench();
  const { people } = useLiveArticle();
  return useCallback(
    (claimId) => {
      const claim = store.get().byId.get(claimId);
      const others = people.get().byClaim.get(claimId) ?? [];
      if (!claim?.abilities.delete || others.length === 0) return actions.remove(claimId);
      const names = others.map(({ member }) => t("honoured", { name: member.name })).join(t("listSeparator"));
      const isWritten = others.some((person) => person.claimId === claimId && person.field !== null);
      questions.ask({
        title: t("deletion.title", { number: claim.number }),
        body: t(isWritten ? "deletion.written" : "deletion.open", { count: others.length, names }),
        submit: t("deletion.submit"),
        onSubmit: () => actions.remove(claimId),
      });
    },
    [store, actions, questions, people, t],
  );
}

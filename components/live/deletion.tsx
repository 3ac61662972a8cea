"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimSummary } from "#domain/claim.ts";
import { useLiveArticle } from "./live-article.tsx";
import type { Person } from "./people-store.ts";

type Delete = (claimId: string) => void;

const DeletionContext = createContext<Delete | null>(null);

/** Deletes a claim as a person asks for it: at once, or after a question where somebody else has it open. */
export function useDeleteClaim(): Delete {
  const remove = use(DeletionContext);
  if (!remove) throw new Error("useDeleteClaim needs the workbench around it");
  return remove;
}

interface Question {
  claim: ClaimSummary;
  people: readonly Person[];
}

export function DeletionProvider({ children }: { children: ReactNode }) {
  const { store, actions } = useWorkbench();
  const { people } = useLiveArticle();
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback<Delete>(
    (claimId) => {
      const claim = store.get().byId.get(claimId);
      const others = people.get().byClaim.get(claimId) ?? [];
      if (claim?.abilities.delete && others.length > 0) setQuestion({ claim, people: others });
      else actions.remove(claimId);
    },
    [store, actions, people],
  );
  return (
    <DeletionContext value={ask}>
      {children}
      <DeletionQuestion question={question} onDelete={actions.remove} onClose={() => setQuestion(null)} />
    </DeletionContext>
  );
}

interface DeletionQuestionProps {
  question: Question | null;
  onDelete: Delete;
  onClose: () => void;
}

function DeletionQuestion({ question, onDelete, onClose }: DeletionQuestionProps) {
  const t = useTranslations("live.deletion");
  const tLive = useTranslations("live");
  const names = (question?.people ?? []).map(({ member }) => tLive("honoured", { name: member.name }));
  const isWritten =
    question?.people.some(({ claimId, field }) => claimId === question.claim.id && field) ?? false;
  return (
    <ConfirmDialog
      opened={question !== null}
      title={t("title", { number: question?.claim.number ?? 0 })}
      body={t(isWritten ? "written" : "open", {
        count: names.length,
        names: names.join(tLive("listSeparator")),
      })}
      submit={t("submit")}
      busy={false}
      onSubmit={() => {
        if (question) onDelete(question.claim.id);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

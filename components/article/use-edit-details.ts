"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { client, orpc } from "#components/api/client.ts";
import { failureOf } from "#components/api/failure.ts";
import { refusedFields } from "#components/api/refused-fields.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useKeptForm } from "#components/ui/use-kept-form.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { type DetailField, type DetailProblems, detailProblems, isDetailField } from "./detail-values.ts";
import {
  changesOf,
  draftValues,
  emptyDraft,
  undecidedIn,
  withConflict,
  withDecision,
  withTyped,
} from "./details-draft.ts";
import { takeDetails, useShownDetails } from "./shown-details.ts";

/** What came of the last try to save, or of a decision. A new object each time. */
interface Outcome {
  problems: DetailProblems;
  error: unknown;
  /** The field whose two texts were decided on. */
  decided: DetailField | null;
}

const NOTHING: Outcome = { problems: {}, error: null, decided: null };

/** Changing what is said about the workbench's article. What is typed outlives a reload, until it is saved or given up. */
export function useEditDetails(onDone: () => void) {
  const t = useTranslations("articles.edit");
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { article } = useWorkbench();
  const shown = useShownDetails();
  const [draft, change, forget] = useKeptForm(`article:${article.id}`, emptyDraft(shown.version));
  const [wasKept] = useState(() => Object.keys(changesOf(draft, shown)).length > 0);
  const [outcome, setOutcome] = useState(NOTHING);
  const [isSaving, setSaving] = useState(false);
  const values = draftValues(draft, shown);
  const undecided = undecidedIn(draft, shown);

  const type = (field: DetailField, value: string) => {
    change(withTyped(draft, field, value, shown));
    setOutcome(({ problems: { [field]: _, ...problems }, error }) => ({
      problems,
      error: field in refusedFields(error, isDetailField) ? null : error,
      decided: null,
    }));
  };
  const decide = (field: DetailField, choice: "mine" | "theirs") => {
    change(withDecision(draft, field, choice));
    setOutcome({ ...NOTHING, decided: field });
  };
  const giveUp = () => {
    forget();
    onDone();
  };
  const save = async () => {
    const problems = detailProblems(values);
    setOutcome({ ...NOTHING, problems });
    if (Object.keys(problems).length > 0 || undecided.length > 0) return;
    const changes = changesOf(draft, shown);
    if (Object.keys(changes).length === 0) return giveUp();
    setSaving(true);
    try {
      takeDetails(
        queries,
        article.id,
        await client.article.update({ articleId: article.id, version: draft.version, ...changes }),
      );
      void queries.invalidateQueries({ queryKey: orpc.article.list.key() });
      announce(t("saved"));
      giveUp();
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict) {
        takeDetails(queries, article.id, conflict.current);
        change(withConflict(draft, conflict.current.version, conflict.fields));
      }
      setOutcome({ ...NOTHING, error: conflict ? null : error });
    } finally {
      setSaving(false);
    }
  };
  return { values, theirs: shown, undecided, wasKept, outcome, isSaving, type, decide, save, giveUp };
}

/** What the article says now, and where that is not what was changed; null for any other failure. */
function conflictOf(error: unknown) {
  const failure = failureOf(error);
  if (failure.kind !== "refused" || failure.code !== "CONFLICT") return null;
  return failure.data as { current: Awaited<ReturnType<typeof client.article.get>>; fields: string[] };
}

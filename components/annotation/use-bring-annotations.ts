"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyDone, notifyOffer } from "#components/workbench/notify.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/**
 * Makes claims of chosen annotations. The page hears of them as every other open page does; here is said how many, and
 * the way to the first is offered. Sent again after a lost answer it makes no doubles.
 */
export function useBringAnnotations(onDone: () => void) {
  const t = useTranslations("annotations");
  const { article, store, reader } = useWorkbench();
  const announce = useAnnounce();
  const errorMessage = useErrorMessage();
  const [isBringing, setBringing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const show = (claimId: string) => {
    store.focus(claimId);
    reader.current?.revealClaim(claimId);
  };
  const bring = async (content: string, only: string[]) => {
    setBringing(true);
    setProblem(null);
    try {
      const made = await client.annotation.import({ articleId: article.id, content, only });
      const [first] = made.claimIds;
      const { needsPlacing } = made;
      const message = first ? t("done", { count: made.claimIds.length, needsPlacing }) : t("doneNone");
      announce(message);
      if (first) notifyOffer({ id: "annotations", message, button: t("show"), onPress: () => show(first) });
      else notifyDone(message);
      onDone();
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setBringing(false);
    }
  };
  return { bring, isBringing, problem };
}

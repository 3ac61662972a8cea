"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { uuidv7 } from "uuidv7";
import { orpc } from "#components/api/client.ts";
import type { Deed } from "#components/queue/deed.ts";
import { DeedRefused } from "#components/queue/deed-refused.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyOffer } from "#components/workbench/notify.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Evidence, EvidenceDraft } from "#domain/evidence.ts";

type Detail = Omit<EvidenceDraft, "source" | "id">;

export interface EvidenceWriting {
  /** Both throw `DeedRefused` where the server refuses at once, for the form to say; a slow line is not waited for. */
  add: (draft: Omit<EvidenceDraft, "id">, title: string) => Promise<void>;
  update: (evidence: Evidence, detail: Detail) => Promise<void>;
  remove: (evidence: Evidence) => void;
}

/** How long a form stays open for the server's word, in milliseconds. After that the queue goes on by itself. */
const PATIENCE = 5000;

/** Putting sources to a claim and taking them away. */
export function useEvidenceWriting(claimId: string): EvidenceWriting {
  const t = useTranslations("evidence");
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { queue, article } = useWorkbench();
  return useMemo(() => {
    const queued = (deed: Deed, about: string) => queue.add({ articleId: article.id, about, deed });
    const done = async (deed: Deed, about: string) => {
      const outcome = await queue.outcome(queued(deed, about).id, PATIENCE);
      if (outcome !== "done" && outcome !== "waiting") throw new DeedRefused(outcome);
      void queries.invalidateQueries({ queryKey: orpc.source.list.key() });
    };
    return {
      add: async (draft, title) => {
        await done({ kind: "addEvidence", claimId, evidenceId: uuidv7(), draft }, title);
        announce(t("added", { title }));
      },
      update: async ({ id: evidenceId, version, source }, detail) => {
        await done({ kind: "updateEvidence", claimId, evidenceId, version, detail }, source.title);
        announce(t("updated", { title: source.title }));
      },
      remove: ({ id: evidenceId, source: { title } }) => {
        queued({ kind: "removeEvidence", claimId, evidenceId }, title);
        const message = t("removed", { title });
        announce(message);
        const onPress = () => {
          queued({ kind: "restoreEvidence", claimId, evidenceId }, title);
          announce(t("restored", { title }));
        };
        notifyOffer({ id: `evidence-${evidenceId}`, message, button: t("undo"), onPress });
      },
    };
  }, [claimId, queue, article.id, announce, queries, t]);
}

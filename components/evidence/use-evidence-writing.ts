"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { uuidv7 } from "uuidv7";
import { client, orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyFailure, notifyUndoable } from "#components/workbench/notify.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Evidence, EvidenceDraft } from "#domain/evidence.ts";

type Detail = Omit<EvidenceDraft, "source" | "id">;

export interface EvidenceWriting {
  /** Both throw what the server refuses, for the form to say. */
  add: (draft: Omit<EvidenceDraft, "id">) => Promise<void>;
  update: (evidence: Evidence, detail: Detail) => Promise<void>;
  remove: (evidence: Evidence) => Promise<void>;
}

/** Putting sources to a claim and taking them away; afterwards the claim is read anew, with its new numbers. */
export function useEvidenceWriting(claimId: string): EvidenceWriting {
  const t = useTranslations("evidence");
  const announce = useAnnounce();
  const messageOf = useErrorMessage();
  const queries = useQueryClient();
  const { accept, pending } = useWorkbench();
  return useMemo(() => {
    const refresh = async () => {
      accept(fromWire(await client.claim.get({ claimId })));
      void queries.invalidateQueries({ queryKey: orpc.source.list.key() });
    };
    const restore = async (evidence: Evidence) => {
      try {
        await client.evidence.restore({ evidenceId: evidence.id });
        await refresh();
        announce(t("restored", { title: evidence.source.title }));
      } catch (error) {
        notifyFailure(t("restoreFailed"), messageOf(error));
      }
    };
    return {
      add: async (draft) => {
        await pending.settled(claimId);
        const added = await client.evidence.add({ claimId, id: uuidv7(), ...draft });
        await refresh();
        announce(t("added", { title: added.source.title }));
      },
      update: async (evidence, detail) => {
        await client.evidence.update({ evidenceId: evidence.id, version: evidence.version, ...detail });
        await refresh();
        announce(t("updated", { title: evidence.source.title }));
      },
      remove: async (evidence) => {
        try {
          await client.evidence.remove({ evidenceId: evidence.id });
          await refresh();
          const message = t("removed", { title: evidence.source.title });
          announce(message);
          const onUndo = () => void restore(evidence);
          notifyUndoable({ id: `evidence-${evidence.id}`, message, undo: t("undo"), onUndo });
        } catch (error) {
          notifyFailure(t("removeFailed"), messageOf(error));
        }
      },
    };
  }, [claimId, accept, pending, announce, messageOf, queries, t]);
}

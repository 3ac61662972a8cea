"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import { placedOf } from "#domain/anchor.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { bulletStates, nextUnmarked } from "#domain/coverage.ts";
import { neighbour, nextUnsettled } from "./claim-order.ts";
import { useWorkbench } from "./workbench-context.tsx";

export interface Going {
  nextClaim: () => void;
  previousClaim: () => void;
  nextUnsettled: () => void;
  nextUnmarked: () => void;
}

/** Going from claim to claim and to what is still to do; each step is shown and said. */
export function useGoing(): Going {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const labelOf = useStandingLabel();
  const { store, reader, article } = useWorkbench();
  return useMemo(() => {
    const go = (claim: ClaimSummary | null, otherwise: string) => {
      if (!claim) return announce(otherwise);
      const wasOnMark = document.activeElement?.hasAttribute("data-mark-id") ?? false;
      store.focus(claim.id);
      reader.current?.revealClaim(claim.id);
      if (wasOnMark) reader.current?.focusMark(claim.id);
      announce(t("stamp", { number: claim.number, standing: labelOf(claim), quote: claim.anchor.exact }));
    };
    const step = (by: 1 | -1) => {
      const { claims, focusedId } = store.get();
      const end = claims.length === 0 ? "noClaims" : by === 1 ? "lastClaim" : "firstClaim";
      go(neighbour(claims, focusedId, by), t(end));
    };
    return {
      nextClaim: () => step(1),
      previousClaim: () => step(-1),
      nextUnsettled: () => {
        const { claims, focusedId } = store.get();
        go(nextUnsettled(claims, focusedId), t("allSettled"));
      },
      nextUnmarked: () => {
        const { claims, dismissals, focusedId, currentBlockId, byId } = store.get();
        const { blocks } = article.revision;
        const places = placedOf(claims).map(({ anchor }) => anchor);
        const from = currentBlockId ?? byId.get(focusedId ?? "")?.anchor.blockId ?? null;
        const next = nextUnmarked(blocks, bulletStates(blocks, places, dismissals.values()), from);
        if (!next) return announce(t("allMarked"));
        store.goToBlock(next.id);
        reader.current?.revealBlock(next.id);
        reader.current?.focusMark(next.id);
      },
    };
  }, [store, reader, article, announce, t, labelOf]);
}

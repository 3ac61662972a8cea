"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useDiscussion } from "#components/discussion/discussion-context.tsx";
import type { DiscussionState } from "#components/discussion/discussion-store.ts";
import { PassageDiscussion } from "#components/discussion/passage-discussion.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Claim, ClaimSummary } from "#domain/claim.ts";
import { summaryOf } from "./claim-summary.ts";
import { fromWire } from "./from-wire.ts";
import classes from "./panel.module.css";
import { PanelBody } from "./panel-body.tsx";
import { PanelEmpty } from "./panel-empty.tsx";
import { PanelHeader } from "./panel-header.tsx";

const selectPassage = (state: DiscussionState) => state.passage;
const selectFocusedId = (state: WorkbenchState) => state.focusedId;

/** The claim on the desk, or a discussion of words that are none: beside the text where there is room, else a sheet from below. */
export function ClaimPanel() {
  const t = useTranslations("claim");
  const discussion = useTranslations("discussion");
  const passage = useDiscussion(selectPassage);
  const claimId = useClaims(selectFocusedId);
  const claim = useClaims(
    useCallback((state: WorkbenchState) => (claimId ? (state.byId.get(claimId) ?? null) : null), [claimId]),
  );
  const { isRaised } = useSheet();
  return (
    <aside
      className={classes.panel}
      aria-label={passage ? discussion("passage.panel") : t("panel")}
      data-claim-panel
      data-empty={(claim === null && passage === null) || undefined}
      data-raised={isRaised || undefined}
    >
      <div className={classes.scroller}>
        {passage ? (
          <PassageDiscussion passage={passage} />
        ) : claim ? (
          <OpenClaim key={claim.id} claim={claim} />
        ) : (
          <PanelEmpty />
        )}
      </div>
    </aside>
  );
}

/** Quote and number stand at once; the findings follow as soon as they are here. */
function OpenClaim({ claim }: { claim: ClaimSummary }) {
  const t = useTranslations("claim");
  const { autosave } = useWorkbench();
  const detail = useQuery(orpc.claim.get.queryOptions({ input: { claimId: claim.id } }));
  const isTaken = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => autosave.state(claim.id, "statement") !== null, [autosave, claim.id]),
    useCallback(() => autosave.state(claim.id, "statement") !== null, [autosave, claim.id]),
  );
  const found = useMemo(() => (detail.data ? fromWire(detail.data) : null), [detail.data]);
  useAccepted(found);
  usePrefetchedNeighbours(claim);
  return (
    <>
      <PanelHeader claim={claim} />
      <blockquote className={classes.quote}>{claim.anchor.exact}</blockquote>
      {isTaken && found && <PanelBody claim={found} />}
      {detail.isPending && <Busy label={t("loading")} />}
      {detail.isError && !detail.data && (
        <FailureNotice
          title={t(codeOf(detail.error) === "NOT_FOUND" ? "gone" : "loadFailed")}
          error={detail.error}
          onRetry={() => void detail.refetch()}
        />
      )}
    </>
  );
}

/** What the query brought is the newest there is: reader, meter and fields follow it. */
function useAccepted(claim: Claim | null): void {
  const { autosave, store } = useWorkbench();
  useEffect(() => {
    if (!claim) return;
    autosave.take(claim);
    store.answer(summaryOf(claim));
  }, [claim, autosave, store]);
}

/** Going on with `j` shows the next claim without a wait. */
function usePrefetchedNeighbours(claim: ClaimSummary): void {
  const { store } = useWorkbench();
  const queryClient = useQueryClient();
  useEffect(() => {
    const { claims } = store.get();
    const index = claims.findIndex(({ id }) => id === claim.id);
    for (const neighbour of [claims[index + 1], claims[index - 1]]) {
      if (!neighbour) continue;
      void queryClient.prefetchQuery(orpc.claim.get.queryOptions({ input: { claimId: neighbour.id } }));
    }
  }, [claim.id, store, queryClient]);
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { codeOf } from "#components/api/failure.ts";
import { useDiscussion } from "#components/discussion/discussion-context.tsx";
import type { DiscussionState } from "#components/discussion/discussion-store.ts";
import { PassageDiscussion } from "#components/discussion/passage-discussion.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimSummary } from "#domain/claim.ts";
import { claimQuery, type SaidClaim } from "./claim-query.ts";
import { summaryOf } from "./claim-summary.ts";
import classes from "./panel.module.css";
import { PanelBody } from "./panel-body.tsx";
import { PanelEmpty } from "./panel-empty.tsx";
import { PanelHeader } from "./panel-header.tsx";
import { StaleNotice } from "./stale-notice.tsx";
import { UnplacedNotice } from "./unplaced-notice.tsx";

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
  const detail = useQuery(claimQuery(claim.id));
  const isTaken = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => autosave.state(claim.id, "statement") !== null, [autosave, claim.id]),
    useCallback(() => autosave.state(claim.id, "statement") !== null, [autosave, claim.id]),
  );
  // What may be done is known better by the page than by an answer that was under way when it changed.
  const { abilities } = claim;
  const found = useMemo(() => detail.data && { ...detail.data.claim, abilities }, [detail.data, abilities]);
  useAccepted(detail.data);
  usePrefetchedNeighbours(claim);
  return (
    <>
      <PanelHeader claim={claim} />
      <blockquote className={classes.quote}>{claim.anchor.exact}</blockquote>
      {claim.anchor.state === "needs_placing" && <UnplacedNotice claim={claim} anchor={claim.anchor} />}
      {claim.stale && <StaleNotice claim={claim} stale={claim.stale} />}
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

/** Reader, meter and fields follow what the query brought, where it is news to them. */
function useAccepted(said: SaidClaim | undefined): void {
  const { autosave, store } = useWorkbench();
  useEffect(() => {
    if (!said) return;
    autosave.take(said.claim);
    store.answer(summaryOf(said.claim), said.seq);
  }, [said, autosave, store]);
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
      void queryClient.prefetchQuery(claimQuery(neighbour.id));
    }
  }, [claim.id, store, queryClient]);
}

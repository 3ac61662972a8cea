"use client";

import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useState, useSyncExternalStore } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { deedsOn } from "#components/queue/counts.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useDeedWords } from "#components/workbench/use-deed-words.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { useLiveArticle } from "./live-article.tsx";
import classes from "./lost-claim.module.css";
import type { LostClaim } from "./lost-claims.ts";
import { useBringBack } from "./use-bring-back.ts";

const NONE: readonly LostClaim[] = [];

/** Asks what is to become of a claim that somebody deleted under this person's hands. */
export function LostClaimDialog() {
  const { lostClaims } = useLiveArticle();
  const [lost] = useSyncExternalStore(lostClaims.subscribe, lostClaims.get, () => NONE);
  return lost ? <Question key={lost.claim.id} lost={lost} /> : null;
}

function Question({ lost: { claim, by } }: { lost: LostClaim }) {
  const t = useTranslations("live.lost");
  const tHistory = useTranslations("history");
  const { queue } = useWorkbench();
  const { lostClaims } = useLiveArticle();
  const bringBack = useBringBack();
  const errorMessage = useErrorMessage();
  const unsaved = useUnsavedText(claim.id);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const decideLater = () => lostClaims.settle(claim.id);
  const letGo = () => {
    for (const { id } of deedsOn(queue, claim.id)) queue.discard(id);
    lostClaims.settle(claim.id);
  };
  const restore = async () => {
    setBusy(true);
    try {
      await bringBack(claim.id);
      lostClaims.settle(claim.id);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={decideLater} withCloseButton={false} title={t("title", { number: claim.number })}>
      {/* The focus rests on no button: whoever was typing must not decide with the next key. */}
      <Text size="sm" className={classes.said} tabIndex={-1} data-autofocus>
        {t("body", { name: by?.name ?? tHistory("somebody") })}
      </Text>
      <blockquote className={classes.quote}>{claim.anchor.exact}</blockquote>
      {unsaved !== "" && (
        <section aria-label={t("unsaved")} className={classes.unsaved}>
          <h3>{t("unsaved")}</h3>
          <p>{unsaved}</p>
          <CopyButton text={unsaved} />
        </section>
      )}
      {error !== null && (
        <Text size="sm" c="red" mt="sm" role="alert">
          {errorMessage(error)}
        </Text>
      )}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={letGo}>
          {t(unsaved === "" ? "letGo" : "letGoWithText")}
        </Button>
        {claim.abilities.delete && (
          <Button onClick={restore} loading={isBusy}>
            {t("bringBack")}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/** What was written about the claim and did not arrive, as one text; empty where all of it did. */
function useUnsavedText(claimId: string): string {
  const { queue } = useWorkbench();
  const words = useDeedWords();
  const read = useCallback(
    () =>
      deedsOn(queue, claimId)
        .map(({ deed }) => words.text(deed))
        .filter(Boolean)
        .join("\n\n"),
    [queue, claimId, words],
  );
  return useSyncExternalStore(queue.subscribe, read, read);
}

"use client";

import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type AsOf, client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { DiffText } from "#components/revision/diff-text.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { notifyFailure } from "#components/workbench/notify.tsx";
import { focusPart } from "#components/workbench/panel-parts.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimSummary, Stale } from "#domain/claim.ts";
import { diffText } from "#domain/diff/text-diff.ts";
import { fromWire } from "./from-wire.ts";
import classes from "./panel.module.css";

/** Says that the words changed since the finding: the old and the new ones, what it lost by that, and what can be done. */
export function StaleNotice({ claim, stale }: { claim: ClaimSummary; stale: Stale }) {
  const t = useTranslations("claim.stale");
  const { article } = useWorkbench();
  const { confirm, isBusy } = useConfirm(claim);
  const segments = diffText(stale.was, claim.anchor.exact);
  const { number } = stale.revision;
  return (
    <Callout look="waiting" className={classes.stale} title={t("title", { number })}>
      <p className={classes.staleLabel}>{t("was")}</p>
      <p className={classes.staleWords} lang={article.language} dir="auto">
        <DiffText segments={segments} side="before" />
      </p>
      <p className={classes.staleLabel}>{t("is")}</p>
      <p className={classes.staleWords} lang={article.language} dir="auto">
        <DiffText segments={segments} side="after" />
      </p>
      <p className={classes.hint}>
        {stale.lost ? t(`lost.${stale.lost}`) : t("lost.none")}{" "}
        <Link href={`/articles/${article.id}/versions/compare?from=${number - 1}&to=${number}`}>
          {t("compare")}
        </Link>
      </p>
      {claim.abilities.settle && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" loading={isBusy} onClick={confirm}>
            {t("holds")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => focusPart("verdict")}>
            {t("edit")}
          </Button>
        </Group>
      )}
    </Callout>
  );
}

function useConfirm(claim: ClaimSummary) {
  const t = useTranslations("claim.stale");
  const announce = useAnnounce();
  const errorMessage = useErrorMessage();
  const { accept, autosave } = useWorkbench();
  const confirming = useMutation({
    mutationFn: async () => {
      await autosave.flush(claim.id);
      const asOf: AsOf = { seq: null };
      const confirmed = fromWire(await client.claim.confirm({ claimId: claim.id }, { context: { asOf } }));
      accept(confirmed, asOf.seq ?? 0);
    },
    onSuccess: () => announce(t("confirmed", { number: claim.number })),
    onError: (error) => notifyFailure(t("failed"), errorMessage(error)),
  });
  return { confirm: () => confirming.mutate(), isBusy: confirming.isPending };
}

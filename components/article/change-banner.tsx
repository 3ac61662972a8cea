"use client";

import { Button } from "@mantine/core";
import { IconFileDiff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { client, orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Banner } from "#components/ui/banner.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ArticleChange } from "#domain/watch.ts";
import { takeAddressStanding, useAddressStanding } from "./use-address-standing.ts";

/** Says that the article's address says something else by now, until somebody has looked at it or lets it be. */
export function ChangeBanner() {
  const t = useTranslations("articles.watch.change");
  const { article } = useWorkbench();
  const change = useAddressStanding(article.id).data?.change;
  if (!change) return null;
  return (
    <Banner
      look="unsaved"
      role="status"
      icon={<IconFileDiff size={18} aria-hidden />}
      text={t.rich("title", { time: () => <RelativeTime at={change.seenAt} /> })}
    >
      {article.abilities.update && <Ways articleId={article.id} change={change} />}
    </Banner>
  );
}

function Ways({ articleId, change }: { articleId: string; change: ArticleChange }) {
  const t = useTranslations("articles.watch.change");
  const errorMessage = useErrorMessage();
  const see = useSeeChange(articleId, change.capture.id);
  const queries = useQueryClient();
  const letBe = useMutation({
    mutationFn: () => client.watch.settleChange({ articleId, changeId: change.id }),
    onSuccess: (standing) => takeAddressStanding(queries, articleId, standing),
  });
  const error = see.error ?? letBe.error;
  return (
    <>
      <Button size="compact-sm" loading={see.isBusy} onClick={see.go}>
        {t("see")}
      </Button>
      <Button size="compact-sm" variant="default" loading={letBe.isPending} onClick={() => letBe.mutate()}>
        {t("letBe")}
      </Button>
      {error ? <span role="alert">{errorMessage(error)}</span> : null}
    </>
  );
}

/** Brings what the address says now in as a new version to look at. Where one waits already, that one is shown. */
function useSeeChange(articleId: string, captureId: string) {
  const router = useRouter();
  const queries = useQueryClient();
  const [isGoing, startGoing] = useTransition();
  const bring = useMutation({
    mutationFn: async () => {
      try {
        await client.revisionDraft.put({ articleId, captureId });
      } catch (error) {
        if (codeOf(error) !== "DRAFT_EXISTS") throw error;
      }
    },
    onSuccess: () => startGoing(() => router.push(`/articles/${articleId}/versions/new`)),
    // Somebody may have taken it over a moment ago.
    onError: () => queries.invalidateQueries({ queryKey: orpc.watch.get.key({ input: { articleId } }) }),
  });
  return { go: () => bring.mutate(), isBusy: bring.isPending || isGoing, error: bring.error };
}

"use client";

import { Button, Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WATCH_INTERVALS, type Watch, type WatchInterval } from "#domain/watch.ts";
import { takeAddressStanding, useAddressStanding } from "./use-address-standing.ts";
import { useFailureWords } from "./use-failure-words.ts";
import classes from "./watch-address.module.css";

const OFF = "off";

/** How often the article's address is looked at, and what came of the last look. What is picked counts at once. */
export function WatchAddress({ articleId }: { articleId: string }) {
  const t = useTranslations("articles.watch");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const { data: standing } = useAddressStanding(articleId, { showsLooks: true });
  const set = useMutation({
    mutationFn: (everyMinutes: WatchInterval | null) =>
      everyMinutes === null
        ? client.watch.remove({ articleId })
        : client.watch.put({ articleId, everyMinutes }),
    onSuccess: (now) => takeAddressStanding(queries, articleId, now),
  });
  if (!standing?.url) return null;
  const { watch } = standing;
  const chosen = WATCH_INTERVALS.find((minutes) => minutes === watch?.everyMinutes) ?? null;
  return (
    <section className={classes.watch} aria-label={t("label")}>
      <Select
        label={t("label")}
        description={t("description")}
        data={[
          { value: OFF, label: t("off") },
          ...WATCH_INTERVALS.map((minutes) => ({ value: String(minutes), label: t(`every.${minutes}`) })),
        ]}
        value={chosen === null ? OFF : String(chosen)}
        allowDeselect={false}
        disabled={set.isPending}
        error={set.error ? <span role="alert">{errorMessage(set.error)}</span> : undefined}
        onChange={(picked) => {
          const minutes = WATCH_INTERVALS.find((one) => String(one) === picked) ?? null;
          if (minutes !== chosen) set.mutate(minutes);
        }}
      />
      {watch && chosen !== null && (
        <div className={classes.last}>
          <LastLook watch={watch} />
          <Button
            variant="default"
            size="compact-xs"
            loading={set.isPending}
            onClick={() => set.mutate(chosen)}
          >
            {t("lookNow")}
          </Button>
        </div>
      )}
    </section>
  );
}

function LastLook({ watch: { lastAt, lastFailure, pausedAt } }: { watch: Watch }) {
  const t = useTranslations("articles.watch");
  const failureWords = useFailureWords();
  if (pausedAt !== null) return <span role="status">{t("paused")}</span>;
  if (lastAt === null) return <span role="status">{t("soon")}</span>;
  return (
    <span role="status">
      {t.rich("last", { time: () => <RelativeTime at={lastAt} /> })}
      {lastFailure !== null && <span className={classes.failure}> {failureWords(lastFailure)}</span>}
    </span>
  );
}

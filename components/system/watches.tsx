"use client";

import { Badge, Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { useFailureWords } from "#components/article/use-failure-words.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SYSTEM_LIST_LIMIT, type SystemStatus, type WatchedArticle } from "#domain/system.ts";
import { Section } from "./section.tsx";
import classes from "./system.module.css";
import { useOperate } from "./use-operate.ts";

interface WatchesProps {
  standing: SystemStatus["work"]["watches"];
  watches: readonly WatchedArticle[];
}

/** Addresses that are looked at from time to time, those that fail first. */
export function Watches({ standing, watches }: WatchesProps) {
  const t = useTranslations("system.watches");
  return (
    <Section title={t("title")}>
      {watches.length === 0 ? (
        <p className={classes.empty}>{t("empty")}</p>
      ) : (
        <>
          <p className={classes.summary}>{t("summary", standing)}</p>
          <ul className={classes.sheet}>
            {watches.map((watch) => (
              <WatchRow key={watch.article.id} watch={watch} />
            ))}
          </ul>
          {standing.total > SYSTEM_LIST_LIMIT ? (
            <p className={classes.summary}>{t("more", { limit: SYSTEM_LIST_LIMIT })}</p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function WatchRow({ watch }: { watch: WatchedArticle }) {
  const t = useTranslations("system.watches");
  const failureWords = useFailureWords();
  const { article, everyMinutes, lastAt, lastFailure, failures, pausedAt } = watch;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>
          <Link href={`/articles/${article.id}`}>{article.title}</Link>
          {pausedAt === null ? null : (
            <Badge variant="outline" color="gray" size="sm" tt="none">
              {t("paused")}
            </Badge>
          )}
        </span>
        <span className={classes.detail}>
          {t("every", { minutes: everyMinutes })}
          {" ・ "}
          {lastAt === null ? t("never") : t.rich("last", { when: () => <RelativeTime at={lastAt} /> })}
        </span>
        {lastFailure === null ? null : (
          <span className={classes.failure}>
            {failureWords(lastFailure)} {failures > 0 ? t("failures", { count: failures }) : null}
          </span>
        )}
      </div>
      <WatchButtons watch={watch} />
    </li>
  );
}

function WatchButtons({ watch: { article, pausedAt } }: { watch: WatchedArticle }) {
  const t = useTranslations("system.watches");
  const { id: articleId, title } = article;
  const isPaused = pausedAt !== null;
  const retry = useOperate(client.system.retryWatch, () => t("retried", { title }));
  const pause = useOperate(client.system.pauseWatch, ({ paused }) =>
    paused ? t("pausedDone", { title }) : t("resumedDone", { title }),
  );
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("retryOf", { title })}
        loading={retry.isPending}
        onClick={() => retry.mutate({ articleId })}
      >
        {t("retry")}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={isPaused ? t("resumeOf", { title }) : t("pauseOf", { title })}
        loading={pause.isPending}
        onClick={() => pause.mutate({ articleId, paused: !isPaused })}
      >
        {isPaused ? t("resume") : t("pause")}
      </Button>
    </div>
  );
}

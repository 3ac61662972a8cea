"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FailedReading } from "#domain/system.ts";
import { Section } from "./section.tsx";
import classes from "./system.module.css";
import { useOperate } from "./use-operate.ts";

/** Files that a machine could not read. */
export function FailedReadings({ readings }: { readings: readonly FailedReading[] }) {
  const t = useTranslations("system.readings");
  return (
    <Section title={t("title")}>
      {readings.length === 0 ? (
        <p className={classes.empty}>{t("empty")}</p>
      ) : (
        <ul className={classes.sheet}>
          {readings.map((reading) => (
            <ReadingRow key={reading.id} reading={reading} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ReadingRow({
  reading: { id, failure, pages, createdBy, createdAt, canRetry },
}: {
  reading: FailedReading;
}) {
  const t = useTranslations("system.readings");
  const { name } = createdBy;
  const retry = useOperate(client.system.retryReading, () => t("retried"));
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>{t("of", { name })}</span>
        <span className={classes.detail}>
          <RelativeTime at={createdAt} />
          {pages === null ? null : ` ・ ${t("pages", { pages })}`}
        </span>
        <span className={classes.failure}>{t(`failures.${failure ?? "UNKNOWN"}`)}</span>
        {canRetry ? null : <span className={classes.detail}>{t("gone")}</span>}
      </div>
      {canRetry ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("retryOf", { name })}
          loading={retry.isPending}
          onClick={() => retry.mutate({ readingId: id })}
        >
          {t("retry")}
        </Button>
      ) : null}
    </li>
  );
}

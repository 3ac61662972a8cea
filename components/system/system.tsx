"use client";

import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SystemStatus, SystemWork } from "#domain/system.ts";
import { FailedMails } from "./failed-mails.tsx";
import { FailedReadings } from "./failed-readings.tsx";
import { Instance } from "./instance.tsx";
import { Queues } from "./queues.tsx";
import { Sizes } from "./sizes.tsx";
import classes from "./system.module.css";
import { Versions } from "./versions.tsx";
import { Watches } from "./watches.tsx";

/** In milliseconds. */
const REFRESH_EVERY = 10_000;

interface SystemProps {
  /** What the server knew when the page was made. */
  status: SystemStatus;
  work: SystemWork;
}

/** How the product runs: what it is, what waits, what failed and can be done once more. */
export function System(first: SystemProps) {
  const t = useTranslations("system");
  const refetchInterval = REFRESH_EVERY;
  const status = useQuery(orpc.system.status.queryOptions({ initialData: first.status, refetchInterval }));
  const work = useQuery(orpc.system.work.queryOptions({ initialData: first.work, refetchInterval }));
  const refresh = () => void Promise.all([status.refetch(), work.refetch()]);
  const error = status.error ?? work.error;
  const { at, versions, instance, sizes, work: standing, ...rest } = status.data;
  return (
    <>
      <PageTitle
        actions={
          <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} onClick={refresh}>
            {t("refresh")}
          </Button>
        }
      >
        {t("title")}
      </PageTitle>
      {error ? <FailureNotice title={t("failed")} error={error} onRetry={refresh} /> : null}
      <p className={classes.asOf}>{t.rich("asOf", { when: () => <RelativeTime at={at} /> })}</p>
      <div className={classes.pair}>
        <Versions versions={versions} />
        <Instance instance={instance} />
      </div>
      <Queues standing={standing} workers={instance.workers} {...rest} />
      <FailedReadings readings={work.data.readings} />
      <FailedMails mails={work.data.mails} />
      <Watches standing={standing.watches} watches={work.data.watches} />
      <Sizes sizes={sizes} />
    </>
  );
}

"use client";

import { Button, Collapse, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { EventLine } from "./event-line.tsx";
import classes from "./history.module.css";

/** What happened to the claim, the newest first; asked for when it is opened. */
export function ClaimHistory({ claimId }: { claimId: string }) {
  const t = useTranslations("history");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes.history}>
      <h3 className={classes.heading}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen((open) => !open)}
        >
          <IconChevronRight size={14} aria-hidden className={classes.chevron} />
          {t("title")}
        </UnstyledButton>
      </h3>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <Events claimId={claimId} />}
      </Collapse>
    </section>
  );
}

function Events({ claimId }: { claimId: string }) {
  const t = useTranslations("history");
  const { article } = useWorkbench();
  const events = useInfiniteQuery(
    orpc.event.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        articleId: article.id,
        claimId,
        limit: 30,
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  if (events.isPending) return <Busy label={t("loading")} />;
  if (events.isError) {
    return <FailureNotice title={t("failed")} error={events.error} onRetry={() => void events.refetch()} />;
  }
  return (
    <>
      <ol className={classes.list}>
        {events.data.pages
          .flatMap(({ items }) => items)
          .map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
      </ol>
      {events.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </>
  );
}

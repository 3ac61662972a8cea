"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { IconBell, IconChecks } from "@tabler/icons-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { PageTitle } from "#components/shell/page-title.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Notification } from "#domain/notification.ts";
import { byDay } from "./days.ts";
import classes from "./inbox.module.css";
import { NotificationRow } from "./notification-row.tsx";
import { SHOWS, type Show, useInboxPages } from "./use-inbox-pages.ts";
import { useReading } from "./use-reading.ts";
import { useUnread } from "./use-unread.ts";

/** What a member was told: mentions, answers, assignments and decisions, each leading to its place. */
export function Inbox() {
  const t = useTranslations("inbox");
  const [show, setShow] = useState<Show>("all");
  const unread = useUnread() ?? 0;
  const reading = useReading();
  return (
    <>
      <PageTitle
        actions={
          <Button
            variant="default"
            leftSection={<IconChecks size={18} aria-hidden />}
            disabled={unread === 0}
            onClick={reading.markAll}
          >
            {t("markAll")}
          </Button>
        }
      >
        {t("title")}
      </PageTitle>
      <SegmentedControl
        className={classes.filter ?? ""}
        aria-label={t("show")}
        value={show}
        onChange={(value) => setShow(value === "unread" ? "unread" : "all")}
        data={SHOWS.map((value) => ({ value, label: t(value) }))}
      />
      <Pages key={show} show={show} onMark={reading.mark} />
    </>
  );
}

interface PagesProps {
  show: Show;
  onMark: (id: string, isRead: boolean) => void;
}

function Pages({ show, onMark }: PagesProps) {
  const t = useTranslations("inbox");
  const pages = useInboxPages(show);
  const retry = () => void pages.refetch();
  if (pages.isPending) return <Busy label={t("loading")} />;
  if (pages.error && pages.items.length === 0) {
    return <FailureNotice title={t("failed")} error={pages.error} onRetry={retry} />;
  }
  if (pages.items.length === 0) return <Nothing show={show} />;
  return (
    <>
      <Days items={pages.items} onMark={onMark} />
      {pages.error && <FailureNotice title={t("failed")} error={pages.error} onRetry={retry} />}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Days({ items, onMark }: { items: readonly Notification[]; onMark: PagesProps["onMark"] }) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const now = useNow();
  const dayOf = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000).toISOString();
  const nameOf = (at: string) => {
    if (dayOf(at) === dayOf(now.toISOString())) return t("today");
    return dayOf(at) === dayOf(yesterday) ? t("yesterday") : dayOf(at);
  };
  return byDay(items, dayOf).map(({ day, items: told }) => (
    <section key={dayOf(day)} className={classes.day} aria-label={nameOf(day)}>
      <h2>{nameOf(day)}</h2>
      <ul className={classes.sheet}>
        {told.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} onMark={onMark} />
        ))}
      </ul>
    </section>
  ));
}

function Nothing({ show }: { show: Show }) {
  const t = useTranslations("inbox");
  if (show === "unread") return <Notice title={t("allRead.title")}>{t("allRead.body")}</Notice>;
  return (
    <Notice
      title={t("empty.title")}
      icon={<IconBell size={36} stroke={1.25} />}
      action={
        <LinkButton href="/profile#notifications" variant="default">
          {t("empty.settings")}
        </LinkButton>
      }
    >
      {t("empty.body")}
    </Notice>
  );
}

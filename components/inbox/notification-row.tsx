"use client";

import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconCircle, IconCircleFilled } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Face } from "#components/ui/face.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Notification } from "#domain/notification.ts";
import classes from "./inbox.module.css";
import { notificationAddress } from "./notification-address.ts";

interface NotificationRowProps {
  notification: Notification;
  onMark: (id: string, isRead: boolean) => void;
}

/** Who did what, where, and how it begins. The link covers the row; opening it is reading it. */
export function NotificationRow({ notification, onMark }: NotificationRowProps) {
  const t = useTranslations("inbox");
  const { id, actor, comment, createdAt, readAt } = notification;
  const isRead = readAt !== null;
  const opened = () => {
    if (!isRead) onMark(id, true);
  };
  const excerpt = comment && (comment.excerpt || t("commentGone"));
  return (
    <li className={classes.row} data-unread={!isRead || undefined}>
      <Face member={actor} />
      <div className={classes.what}>
        <p className={classes.sentence}>
          {!isRead && <VisuallyHidden>{t("isUnread")} </VisuallyHidden>}
          <Link href={notificationAddress(notification)} onClick={opened} onAuxClick={opened}>
            {t(`kinds.${sentenceOf(notification)}`, { name: actor.name })}
          </Link>
          <span className={classes.when}>
            <RelativeTime at={createdAt} />
          </span>
        </p>
        {excerpt && <p className={classes.excerpt}>{excerpt}</p>}
        <p className={classes.where}>
          <Place notification={notification} />
        </p>
      </div>
      <ActionIcon
        className={classes.toggle}
        aria-label={t(isRead ? "markUnread" : "markRead")}
        title={t(isRead ? "markUnread" : "markRead")}
        onClick={() => onMark(id, !isRead)}
      >
        {isRead ? <IconCircle size={12} aria-hidden /> : <IconCircleFilled size={12} aria-hidden />}
      </ActionIcon>
    </li>
  );
}

const sentenceOf = ({ kind, decision }: Notification) =>
  kind === "decision" ? (decision === "settled" ? "settled" : "unsettled") : kind;

function Place({ notification: { article, claim, thread } }: { notification: Notification }) {
  const t = useTranslations("inbox");
  const quote = claim?.exact ?? thread?.exact ?? null;
  const on = claim
    ? claim.number === null
      ? t("claimGone")
      : t("claim", { number: claim.number })
    : thread
      ? t("passage")
      : null;
  return (
    <>
      <span className={classes.article}>{article.title}</span>
      {on && <span> ・ {on}</span>}
      {quote && <q className={classes.quote}>{quote}</q>}
    </>
  );
}

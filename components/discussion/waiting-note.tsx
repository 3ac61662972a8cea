"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { WaitingDeed } from "./comment-deed.ts";
import classes from "./discussion.module.css";
import type { CommentWriting } from "./use-comment-writing.ts";

interface WaitingNoteProps {
  waiting: WaitingDeed | null;
  writing: CommentWriting;
}

/** That something is on its way, or why it did not arrive and what can be done. Its words stay where they are shown. */
export function WaitingNote({ waiting, writing }: WaitingNoteProps) {
  const t = useTranslations("discussion");
  if (!waiting) return null;
  const { id, failure } = waiting;
  if (failure === null) return <p className={classes.waiting}>{t("sending")}</p>;
  return (
    <div className={classes.failure} role="alert">
      <span>{t("notSent", { reason: failure })}</span>
      <Button size="compact-xs" variant="default" onClick={() => writing.retry(id)}>
        {t("retry")}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => writing.giveUp(id)}>
        {t("giveUp")}
      </Button>
    </div>
  );
}

"use client";

import { UnstyledButton } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { memo, useCallback } from "react";
import { useDiscussion } from "#components/discussion/discussion-context.tsx";
import type { DiscussionState } from "#components/discussion/discussion-store.ts";
import { useOpenThread } from "#components/discussion/use-open-thread.ts";
import { usePassageThreads } from "#components/discussion/use-passage-threads.ts";
import classes from "./reader-margin.module.css";

/** The button that opens a conversation about a passage from the margin. */
export const MarginPassage = memo(function MarginPassage({ threadId }: { threadId: string }) {
  const t = useTranslations("discussion");
  const open = useOpenThread();
  const thread = usePassageThreads().find(({ id }) => id === threadId);
  const isOpen = useDiscussion(
    useCallback(
      ({ passage }: DiscussionState) => passage?.kind === "thread" && passage.threadId === threadId,
      [threadId],
    ),
  );
  if (!thread?.anchor) return null;
  const count = thread.comments.length;
  return (
    <UnstyledButton
      className={classes.passage}
      data-mark-id={threadId}
      aria-current={isOpen || undefined}
      aria-label={t("passage.mark", { count, quote: thread.anchor.exact })}
      onClick={() => open(thread)}
    >
      <IconMessage size={16} aria-hidden />
      <span aria-hidden>{count}</span>
    </UnstyledButton>
  );
});

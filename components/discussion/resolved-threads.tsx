"use client";

import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import classes from "./discussion.module.css";
import { useDiscussion } from "./discussion-context.tsx";
import type { DiscussionState } from "./discussion-store.ts";
import type { ShownThread } from "./shown-threads.ts";
import { ThreadCard } from "./thread-card.tsx";

const selectWanted = (state: DiscussionState) => state.wantedId;

/** What is settled among people, folded away; it unfolds for one that is asked for. */
export function ResolvedThreads({ threads }: { threads: readonly ShownThread[] }) {
  const t = useTranslations("discussion");
  const id = useId();
  const wantedId = useDiscussion(selectWanted);
  const [isOpen, setOpen] = useState(false);
  if (threads.length === 0) return null;
  const isShown = isOpen || threads.some((thread) => thread.id === wantedId);
  if (isShown && !isOpen) setOpen(true);
  return (
    <div>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setOpen(!isShown)}
      >
        <IconChevronRight size={14} aria-hidden />
        {t("resolvedFold", { count: threads.length })}
      </UnstyledButton>
      <div id={id} className={classes.threads}>
        {isShown && threads.map((thread) => <ThreadCard key={thread.id} thread={thread} />)}
      </div>
    </div>
  );
}

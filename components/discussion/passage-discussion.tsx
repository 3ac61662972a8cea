"use client";

import { ActionIcon, Text } from "@mantine/core";
import { IconMessage, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { codeOf } from "#components/api/failure.ts";
import panel from "#components/claim/panel.module.css";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { describe } from "#domain/anchoring/describe.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { ThreadAnchor } from "#domain/comment.ts";
import { Composer } from "./composer.tsx";
import classes from "./discussion.module.css";
import { useDiscussionStore } from "./discussion-context.tsx";
import type { OpenPassage } from "./discussion-store.ts";
import { ThreadCard } from "./thread-card.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useCommentWriting } from "./use-comment-writing.ts";
import { useOpenThread } from "./use-open-thread.ts";
import { useThread } from "./use-threads.ts";

/** The conversation about words that are no claim, in the place of the claim on the desk. */
export function PassageDiscussion({ passage }: { passage: OpenPassage }) {
  const t = useTranslations("discussion");
  return (
    <>
      <PassageHeader />
      <section className={panel.section} aria-label={t("passage.title")} tabIndex={-1}>
        {passage.kind === "new" ? (
          <NewThread key={`${passage.range.start}-${passage.range.end}`} range={passage.range} />
        ) : (
          <PassageThread key={passage.threadId} threadId={passage.threadId} />
        )}
      </section>
    </>
  );
}

function PassageHeader() {
  const t = useTranslations("discussion");
  const discussion = useDiscussionStore();
  const { lower } = useSheet();
  const close = () => {
    lower();
    discussion.close();
  };
  return (
    <header className={panel.header}>
      <IconMessage size={18} aria-hidden />
      <h2 className={classes.title}>{t("passage.title")}</h2>
      <ActionIcon aria-label={t("passage.close")} onClick={close}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function NewThread({ range }: { range: TextRange }) {
  const t = useTranslations("discussion");
  const { article } = useWorkbench();
  const discussion = useDiscussionStore();
  const writing = useCommentWriting();
  const place = useMemo(() => describe(article.revision.blocks, range), [article, range]);
  if (place.state !== "exact") return null;
  const { exact, start, end } = place.range;
  return (
    <>
      <blockquote className={panel.quote}>{exact}</blockquote>
      <Composer
        place={`passage:${article.id}:${start}-${end}`}
        label={t("new.passage")}
        placeholder={t("new.placeholder")}
        submit={t("composer.send")}
        part={partProps("discussion")}
        onSend={(body) => discussion.show(writing.open({ range: place.range }, body))}
        onCancel={() => discussion.close()}
      />
    </>
  );
}

function PassageThread({ threadId }: { threadId: string }) {
  const t = useTranslations("discussion");
  const { thread, error, isPending, refetch } = useThread(threadId);
  const openThread = useOpenThread();
  const list = useMemo(() => ({ threads: thread ? [thread] : [], isPending }), [thread, isPending]);
  const { article } = useWorkbench();
  const isHere = thread?.anchor?.revisionId === article.revision.id;
  useRevealed(isHere ? thread.anchor : null);
  useArrivals(list);
  // An address may ask for a thread by itself; one on a claim belongs there.
  useEffect(() => {
    if (thread?.claimId) openThread(thread);
  }, [thread, openThread]);
  if (thread) {
    return (
      <>
        <blockquote className={panel.quote}>{thread.anchor?.exact}</blockquote>
        {thread.anchor && !isHere && <Text size="sm">{t("passage.earlier")}</Text>}
        <ThreadCard thread={thread} isKeyPart />
      </>
    );
  }
  if (isPending) return <Busy label={t("loading")} />;
  if (codeOf(error) === "NOT_FOUND")
    return <Notice title={t("passage.gone")}>{t("passage.goneBody")}</Notice>;
  return <FailureNotice title={t("failed")} error={error} onRetry={refetch} />;
}

/** Brings the words into view when their conversation opens, as soon as the text can be asked where they are. */
function useRevealed(anchor: ThreadAnchor | null): void {
  const { reader } = useWorkbench();
  const latest = useRef(anchor);
  latest.current = anchor;
  const isKnown = anchor !== null;
  useEffect(() => {
    if (!isKnown) return;
    let frame = 0;
    const look = (tries: number) => {
      if (reader.current && latest.current) reader.current.revealRange(latest.current);
      else if (tries > 0) frame = requestAnimationFrame(() => look(tries - 1));
    };
    frame = requestAnimationFrame(() => look(120));
    return () => cancelAnimationFrame(frame);
  }, [reader, isKnown]);
}

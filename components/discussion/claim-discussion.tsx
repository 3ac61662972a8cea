"use client";

import { Button } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import panel from "#components/claim/panel.module.css";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { Composer } from "./composer.tsx";
import classes from "./discussion.module.css";
import { useDiscussionStore } from "./discussion-context.tsx";
import { ResolvedThreads } from "./resolved-threads.tsx";
import { openCount } from "./shown-threads.ts";
import { ThreadCard } from "./thread-card.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useCommentWriting } from "./use-comment-writing.ts";
import { useHasDraft } from "./use-has-draft.ts";
import { type ThreadList, useThreads } from "./use-threads.ts";

/** What people say to each other about a claim. */
export function ClaimDiscussion({ claim }: { claim: Claim }) {
  const t = useTranslations("discussion");
  const { article } = useWorkbench();
  const writing = useCommentWriting();
  const discussion = useDiscussionStore();
  const list = useThreads({ claimId: claim.id, state: "all" });
  const place = `claim:${claim.id}`;
  const hasDraft = useHasDraft(place);
  const [isAsked, setAsked] = useState<boolean | null>(null);
  const open = list.threads.filter(({ resolved }) => resolved === null);
  useCounted(claim, list);
  useArrivals(list);
  const mayBegin = article.abilities.discuss;
  const isBeginning = mayBegin && (isAsked ?? hasDraft);
  const keyPart = partProps("discussion");
  const keyIsOnThread = mayBegin && !isBeginning && open.length > 0;
  const heading = t("heading", { count: list.isPending ? claim.openThreads : open.length });
  return (
    <section className={panel.section} aria-label={heading} tabIndex={-1} {...(!mayBegin && keyPart)}>
      <div className={panel.sectionHead}>
        <h3>{heading}</h3>
        {mayBegin && !isBeginning && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconMessagePlus size={14} aria-hidden />}
            rightSection={keyIsOnThread ? null : <Shortcut keys="C" />}
            onClick={() => setAsked(true)}
            {...(!keyIsOnThread && { "aria-keyshortcuts": "c", "data-opens": true, ...keyPart })}
          >
            {t(open.length > 0 ? "openAnother" : "open")}
          </Button>
        )}
      </div>
      <div className={classes.threads}>
        {isBeginning && (
          <Composer
            place={place}
            label={t("new.claim")}
            placeholder={t("new.placeholder")}
            submit={t("composer.send")}
            part={keyPart}
            autoFocus={isAsked === true}
            onSend={(body) => {
              setAsked(false);
              discussion.want(writing.open({ claimId: claim.id, quote: claim.anchor.exact }, body));
            }}
            onCancel={() => setAsked(false)}
          />
        )}
        <Threads list={list} keyThreadId={keyIsOnThread ? (open[0]?.id ?? null) : null} />
        {list.threads.length === 0 && !list.isPending && list.error === null && !isBeginning && (
          <p className={panel.none}>{t(mayBegin ? "none" : "noneReadOnly")}</p>
        )}
      </div>
    </section>
  );
}

function Threads({ list, keyThreadId }: { list: ThreadList; keyThreadId: string | null }) {
  const t = useTranslations("discussion");
  if (list.isPending) return <Busy label={t("loading")} />;
  if (list.error !== null) {
    return <FailureNotice title={t("failed")} error={list.error} onRetry={list.refetch} />;
  }
  return (
    <>
      {list.threads
        .filter(({ resolved }) => resolved === null)
        .map((thread) => (
          <ThreadCard key={thread.id} thread={thread} isKeyPart={thread.id === keyThreadId} />
        ))}
      <ResolvedThreads threads={list.threads.filter(({ resolved }) => resolved !== null)} />
    </>
  );
}

/** Lets the margin and the outline count what is shown here, before the server's next word. */
function useCounted(claim: Claim, list: ThreadList): void {
  const { store } = useWorkbench();
  const count = list.isPending || list.error !== null ? null : openCount(list.threads);
  useEffect(() => {
    if (count !== null) store.countThreads(claim.id, count);
  }, [store, claim, count]);
}

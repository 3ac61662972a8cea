"use client";

import { Button, SegmentedControl, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Busy } from "#components/ui/busy.tsx";
import { Face } from "#components/ui/face.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./list.module.css";
import type { ShownThread } from "./shown-threads.ts";
import { useOpenThread } from "./use-open-thread.ts";
import { useThreads } from "./use-threads.ts";

const STATES = ["open", "resolved"] as const;
type ListedState = (typeof STATES)[number];

/** The article's conversations, those that are not over first; each leads to its place. */
export function ThreadListing({ onGo }: { onGo: () => void }) {
  const t = useTranslations("discussion.list");
  const [state, setState] = useState<ListedState>("open");
  return (
    <>
      <div className={classes.filter}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("show")}
          value={state}
          onChange={(value) => setState(value === "resolved" ? "resolved" : "open")}
          data={STATES.map((value) => ({ value, label: t(`${value}Only`) }))}
        />
      </div>
      <Listed key={state} state={state} onGo={onGo} />
    </>
  );
}

function Listed({ state, onGo }: { state: ListedState; onGo: () => void }) {
  const t = useTranslations("discussion");
  const list = useThreads({ state, isWhole: state === "open" });
  if (list.isPending) return <Busy label={t("loading")} />;
  if (list.error !== null) {
    return <FailureNotice title={t("failed")} error={list.error} onRetry={list.refetch} />;
  }
  if (list.threads.length === 0) {
    return <p className={classes.none}>{t(state === "open" ? "list.noneOpen" : "list.noneResolved")}</p>;
  }
  return (
    <>
      <ul className={classes.list}>
        {list.threads.map((thread) => (
          <ListedThread key={thread.id} thread={thread} onGo={onGo} />
        ))}
      </ul>
      {list.more && (
        <div className={classes.more}>
          <Button size="compact-sm" variant="default" loading={list.isLoadingMore} onClick={list.more}>
            {t("list.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function ListedThread({ thread, onGo }: { thread: ShownThread; onGo: () => void }) {
  const t = useTranslations("discussion");
  const { store } = useWorkbench();
  const open = useOpenThread();
  const claim = thread.claimId === null ? null : store.get().byId.get(thread.claimId);
  const last = thread.comments.findLast(({ body }) => body !== null) ?? thread.comments[0];
  const go = () => {
    onGo();
    open(thread);
  };
  return (
    <li>
      <UnstyledButton className={classes.row} onClick={go}>
        <span className={classes.place}>
          <span className={classes.on}>
            {claim ? t("list.onClaim", { number: claim.number }) : t("list.onPassage")}
          </span>
          <q className={classes.quote}>{claim?.anchor.exact ?? thread.anchor?.exact}</q>
        </span>
        {last && (
          <span className={classes.last}>
            <Face member={last.author} size="small" />
            <span className={classes.words}>
              {last.author.name}: {last.text}
            </span>
          </span>
        )}
        <span className={classes.facts}>
          {t("list.comments", { count: thread.comments.length })}
          {last && (
            <>
              {" ・ "}
              <RelativeTime at={last.createdAt} />
            </>
          )}
        </span>
      </UnstyledButton>
    </li>
  );
}

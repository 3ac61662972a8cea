"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconCheck, IconLink, IconRotate } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import { CommentItem } from "./comment-item.tsx";
import { Composer } from "./composer.tsx";
import classes from "./discussion.module.css";
import { useDiscussion, useDiscussionStore } from "./discussion-context.tsx";
import type { DiscussionState } from "./discussion-store.ts";
import type { ShownThread } from "./shown-threads.ts";
import { threadAddress } from "./thread-address.ts";
import { useCommentWriting } from "./use-comment-writing.ts";
import { useHasDraft } from "./use-has-draft.ts";
import { WaitingNote } from "./waiting-note.tsx";

const selectWanted = (state: DiscussionState) => state.wantedId;

/** A conversation with what can be done about it. `isKeyPart`: the key for discussions leads to its answer. */
export function ThreadCard({ thread, isKeyPart = false }: { thread: ShownThread; isKeyPart?: boolean }) {
  const t = useTranslations("discussion");
  const writing = useCommentWriting();
  const card = useRef<HTMLElement>(null);
  const [isWanted, leave] = useReached(card, thread.id);
  const { resolved, createdBy, comments, waiting } = thread;
  return (
    <article
      ref={card}
      className={classes.thread}
      aria-label={t("thread", { name: createdBy.name })}
      tabIndex={-1}
      data-resolved={resolved !== null || undefined}
      data-wanted={isWanted || undefined}
      onBlur={leave}
    >
      {resolved && (
        <p className={classes.resolvedBy}>
          <IconCheck size={14} aria-hidden />
          {t("resolvedBy", { name: resolved.by.name })}
        </p>
      )}
      <ol className={classes.comments}>
        {comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} writing={writing} />
        ))}
      </ol>
      {waiting && waiting.deed.kind !== "openThread" && <WaitingNote waiting={waiting} writing={writing} />}
      <ThreadFoot thread={thread} isKeyPart={isKeyPart} />
    </article>
  );
}

function ThreadFoot({ thread, isKeyPart }: { thread: ShownThread; isKeyPart: boolean }) {
  const t = useTranslations("discussion");
  const writing = useCommentWriting();
  const place = `reply:${thread.id}`;
  const hasDraft = useHasDraft(place);
  const [isAsked, setAsked] = useState<boolean | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const discussion = useDiscussionStore();
  const { abilities, resolved, createdBy } = thread;
  const isOver = resolved !== null;
  const isWriting = (isAsked ?? hasDraft) && abilities.reply && !isOver;
  const part = isKeyPart ? partProps("discussion") : {};
  // The card goes elsewhere, and the focus must not be lost with it.
  const resolve = (pressed: HTMLElement) => {
    pressed.closest("section")?.focus();
    writing.resolve(thread);
  };
  const reopen = () => {
    writing.reopen(thread);
    if (thread.claimId !== null) discussion.want(thread.id);
  };
  return (
    <div className={classes.foot} data-writing={isWriting || undefined}>
      {isWriting ? (
        <Composer
          place={place}
          label={t("replyTo", { name: createdBy.name })}
          placeholder={t("composer.placeholder")}
          submit={t("composer.send")}
          onSend={(body) => writing.reply(thread, body)}
          onCancel={() => {
            setAsked(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
          part={part}
          autoFocus={isAsked === true}
        />
      ) : abilities.reply && !isOver ? (
        <Button
          ref={button}
          size="compact-sm"
          variant="subtle"
          rightSection={isKeyPart ? <Shortcut keys="C" /> : null}
          onClick={() => setAsked(true)}
          {...(isKeyPart && { "aria-keyshortcuts": "c" })}
          data-opens
          {...part}
        >
          {t("reply")}
        </Button>
      ) : (
        <span />
      )}
      {abilities.resolve && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={isOver ? <IconRotate size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
          onClick={(event) => (isOver ? reopen() : resolve(event.currentTarget))}
        >
          {t(isOver ? "reopen" : "resolve")}
        </Button>
      )}
      <LinkCopy thread={thread} />
    </div>
  );
}

function LinkCopy({ thread }: { thread: ShownThread }) {
  const t = useTranslations("discussion");
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    const address = new URL(threadAddress(thread), window.location.origin);
    void navigator.clipboard.writeText(address.href).then(() => {
      setCopied(true);
      announce(t("linkCopied"));
    });
  };
  return (
    <ActionIcon size="md" aria-label={t("copyLink")} title={t("copyLink")} onClick={copy}>
      {isCopied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
    </ActionIcon>
  );
}

/** Brings a thread that was asked for into view once, with the focus on it. Answers whether it has just been, until left. */
function useReached(card: { current: HTMLElement | null }, threadId: string): [boolean, () => void] {
  const discussion = useDiscussionStore();
  const wantedId = useDiscussion(selectWanted);
  const [wasWanted, setWasWanted] = useState(false);
  useEffect(() => {
    if (wantedId === null) return;
    setWasWanted(wantedId === threadId);
    if (wantedId !== threadId || !card.current) return;
    card.current.focus({ preventScroll: true });
    card.current.scrollIntoView({ block: "nearest" });
    discussion.reached();
  }, [wantedId, threadId, card, discussion]);
  return [wasWanted, () => setWasWanted(false)];
}

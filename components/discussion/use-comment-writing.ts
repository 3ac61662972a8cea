"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useSyncExternalStore } from "react";
import { uuidv7 } from "uuidv7";
import { useQueue } from "#components/queue/queue-provider.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { AnchorRange } from "#domain/anchor.ts";
import type { CommentDocument } from "#editor/comment-node.ts";
import { type CommentDeed, type WaitingDeed, waitingDeeds } from "./comment-deed.ts";

import type { ShownComment, ShownThread } from "./shown-threads.ts";

/** What a new thread is about, with its words for a person who may have to decide on it. */
export type ThreadTopic = { claimId: string; quote: string } | { range: AnchorRange };

/** Everything a member does in a discussion. Each is shown at once and sent behind. */
export interface CommentWriting {
  /** Answers the new thread's id. */
  open: (topic: ThreadTopic, body: CommentDocument) => string;
  reply: (thread: ShownThread, body: CommentDocument) => void;
  edit: (thread: ShownThread, comment: ShownComment, body: CommentDocument) => void;
  remove: (thread: ShownThread, comment: ShownComment) => void;
  resolve: (thread: ShownThread) => void;
  reopen: (thread: ShownThread) => void;
  /** Sends again what the server would not do. */
  retry: (deedId: string) => void;
  giveUp: (deedId: string) => void;
}

export function useCommentWriting(): CommentWriting {
  const t = useTranslations("discussion");
  const announce = useAnnounce();
  const { article } = useWorkbench();
  const queue = useQueue();
  return useMemo(() => {
    const add = (deed: CommentDeed, about: string) => queue.add({ articleId: article.id, about, deed });
    const of = ({ id, claimId }: ShownThread) => ({ threadId: id, claimId });
    const about = ({ anchor, comments }: ShownThread) => anchor?.exact ?? comments[0]?.text ?? "";
    return {
      open: (topic, body) => {
        const ids = { threadId: uuidv7(), commentId: uuidv7() };
        if ("claimId" in topic) {
          add({ kind: "openThread", ...ids, claimId: topic.claimId, target: null, body }, topic.quote);
        } else {
          const { blockId: _, ...range } = topic.range;
          const target = { ...range, revisionId: article.revision.id };
          add({ kind: "openThread", ...ids, claimId: null, target, body }, topic.range.exact);
        }
        announce(t("sent"));
        return ids.threadId;
      },
      reply: (thread, body) => {
        add({ kind: "replyToThread", ...of(thread), commentId: uuidv7(), body }, about(thread));
        announce(t("sent"));
      },
      edit: (thread, { id: commentId, version }, body) =>
        void add({ kind: "editComment", ...of(thread), commentId, version, body }, about(thread)),
      remove: (thread, { id: commentId }) => {
        add({ kind: "removeComment", ...of(thread), commentId }, about(thread));
        announce(t("removed"));
      },
      resolve: (thread) => {
        add({ kind: "resolveThread", ...of(thread) }, about(thread));
        announce(t("resolved"));
      },
      reopen: (thread) => {
        add({ kind: "reopenThread", ...of(thread) }, about(thread));
        announce(t("reopened"));
      },
      retry: (deedId) => queue.retry(deedId),
      giveUp: (deedId) => queue.discard(deedId),
    };
  }, [queue, article, announce, t]);
}

const NONE: readonly WaitingDeed[] = [];

/** What was done in discussions of this article and has not arrived. The same object while nothing changed. */
export function useWaitingDeeds(): readonly WaitingDeed[] {
  const { article } = useWorkbench();
  const queue = useQueue();
  const held = useRef<{ of: unknown; deeds: readonly WaitingDeed[] }>({ of: null, deeds: NONE });
  const pick = () => {
    if (held.current.of !== queue.entries) {
      const own = queue.entries.filter(({ articleId }) => articleId === article.id);
      held.current = { of: queue.entries, deeds: waitingDeeds(own) };
    }
    return held.current.deeds;
  };
  return useSyncExternalStore(queue.subscribe, pick, () => NONE);
}

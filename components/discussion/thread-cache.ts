import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import type { Comment, Thread } from "#domain/comment.ts";

interface ThreadPage {
  items: Thread[];
  nextCursor: string | null;
}

/** What a list was asked for, as its key says it. */
interface ListInput {
  articleId: string;
  claimId?: string;
  state?: "open" | "resolved" | "all";
}

const heardKey = (threadId: string) => ["thread-heard", threadId] as const;

/** The news told that something happened in a thread up to event `seq`: an answer as of an earlier one is out of date. */
export function noteThread(queries: QueryClient, threadId: string, seq: number): void {
  queries.setQueryData<number>(heardKey(threadId), seq);
}

const isOutOfDate = (queries: QueryClient, threadId: string, seq: number): boolean =>
  seq < (queries.getQueryData<number>(heardKey(threadId)) ?? 0);

/**
 * Takes a thread as the server answered it as of event `seq` into every list that shows it, so that nothing waits for a
 * second answer.
 */
export function putThread(queries: QueryClient, thread: Thread, seq: number): void {
  if (isOutOfDate(queries, thread.id, seq)) return;
  queries.setQueryData(orpc.thread.get.queryKey({ input: { threadId: thread.id } }), thread);
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: orpc.thread.list.key() })) {
    const [, { input }] = queryKey as unknown as [unknown, { input: ListInput }];
    queries.setQueryData(queryKey, (before: InfiniteData<ThreadPage> | undefined) =>
      before ? withThread(before, thread, belongs(thread, input)) : before,
    );
  }
  void queries.invalidateQueries({ queryKey: orpc.thread.key(), refetchType: "active" });
}

/** Takes one comment as the server answered it as of event `seq` into everything that shows it. */
export function putComment(queries: QueryClient, comment: Comment, seq: number): void {
  changeComment(queries, { threadId: comment.threadId, commentId: comment.id, seq }, () => comment);
}

/** A comment was emptied, which the server answers without a word. */
export function emptyComment(queries: QueryClient, place: CommentPlace, at: string): void {
  changeComment(queries, place, (comment) => ({
    ...comment,
    body: null,
    text: "",
    deletedAt: at,
    mentions: [],
  }));
}

interface CommentPlace {
  threadId: string;
  commentId: string;
  /** As of which event the comment changed. */
  seq: number;
}

function changeComment(
  queries: QueryClient,
  { threadId, commentId, seq }: CommentPlace,
  change: (comment: Comment) => Comment,
): void {
  if (isOutOfDate(queries, threadId, seq)) return;
  const inThread = (thread: Thread): Thread => ({
    ...thread,
    comments: thread.comments.map((held) => (held.id === commentId ? change(held) : held)),
  });
  queries.setQueriesData<InfiniteData<ThreadPage>>({ queryKey: orpc.thread.list.key() }, (before) =>
    before ? mapped(before, (thread) => (thread.id === threadId ? inThread(thread) : thread)) : before,
  );
  queries.setQueryData(orpc.thread.get.queryKey({ input: { threadId } }), (before) =>
    before ? inThread(before as Thread) : before,
  );
  void queries.invalidateQueries({ queryKey: orpc.thread.key(), refetchType: "active" });
}

function belongs(thread: Thread, { articleId, claimId, state = "open" }: ListInput): boolean {
  if (thread.articleId !== articleId) return false;
  if (claimId !== undefined && thread.claimId !== claimId) return false;
  return state === "all" || (state === "open") === (thread.resolved === null);
}

function withThread(
  data: InfiniteData<ThreadPage>,
  thread: Thread,
  isMember: boolean,
): InfiniteData<ThreadPage> {
  const isHeld = data.pages.some(({ items }) => items.some(({ id }) => id === thread.id));
  if (isHeld && isMember) return mapped(data, (held) => (held.id === thread.id ? thread : held));
  if (isHeld) return kept(data, ({ id }) => id !== thread.id);
  const last = data.pages.at(-1);
  // The oldest come first: a new one stands on the last page, and nowhere yet while that has not been read.
  if (!isMember || !last || last.nextCursor !== null) return data;
  return { ...data, pages: [...data.pages.slice(0, -1), { ...last, items: [...last.items, thread] }] };
}

const mapped = (
  data: InfiniteData<ThreadPage>,
  change: (thread: Thread) => Thread,
): InfiniteData<ThreadPage> => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })),
});

const kept = (
  data: InfiniteData<ThreadPage>,
  keep: (thread: Thread) => boolean,
): InfiniteData<ThreadPage> => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: page.items.filter(keep) })),
});

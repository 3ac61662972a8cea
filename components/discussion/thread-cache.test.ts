import { type InfiniteData, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import { orpc } from "#components/api/client.ts";
import type { Thread } from "#domain/comment.ts";
import { sampleComment, sampleThread } from "./sample-thread.ts";
import { emptyComment, noteThread, putComment, putThread } from "./thread-cache.ts";

const articleId = "0199c000-0000-7000-8000-000000000001";
const claimId = "0199c000-0000-7000-8000-00000000000c";
const at = "2026-01-02T03:04:05.000Z";

const comment = sampleComment({ id: "k", threadId: "t" });
const thread = sampleThread({ id: "t", articleId, claimId, comments: [comment] });
const resolved: Thread = { ...thread, resolved: { by: comment.author, at } };

interface Pages extends InfiniteData<{ items: Thread[]; nextCursor: string | null }> {}

let queries: QueryClient;
beforeEach(() => {
  queries = new QueryClient();
});

type Input = Parameters<typeof keyOf>[0];
const keyOf = (input: { claimId?: string; state: "open" | "resolved" | "all" }) =>
  orpc.thread.list.infiniteOptions({
    input: () => ({ articleId, ...input }),
    initialPageParam: undefined,
    getNextPageParam: () => undefined,
  }).queryKey;

/** A list that was read: `items` on its one page. */
function read(input: Input, items: Thread[], nextCursor: string | null = null) {
  const pages: Pages = { pages: [{ items, nextCursor }], pageParams: [undefined] };
  queries.setQueryData(keyOf(input), pages as never);
}
const idsIn = (input: Input) =>
  (queries.getQueryData(keyOf(input)) as unknown as Pages).pages.flatMap(({ items }) =>
    items.map(({ id }) => id),
  );
const firstIn = (input: Input) =>
  (queries.getQueryData(keyOf(input)) as unknown as Pages).pages[0]?.items[0]?.comments[0];

describe("a thread the server answered", () => {
  test("stands in every list it belongs to, and in no other", () => {
    read({ claimId, state: "all" }, []);
    read({ state: "open" }, []);
    read({ state: "resolved" }, []);
    read({ claimId: "0199c000-0000-7000-8000-00000000000d", state: "all" }, []);
    putThread(queries, thread, 2);
    expect(idsIn({ claimId, state: "all" })).toEqual(["t"]);
    expect(idsIn({ state: "open" })).toEqual(["t"]);
    expect(idsIn({ state: "resolved" })).toEqual([]);
    expect(idsIn({ claimId: "0199c000-0000-7000-8000-00000000000d", state: "all" })).toEqual([]);
  });

  test("goes over to the resolved ones, and stands once where both are shown", () => {
    read({ claimId, state: "all" }, [thread]);
    read({ state: "open" }, [thread]);
    read({ state: "resolved" }, []);
    putThread(queries, resolved, 2);
    expect(idsIn({ claimId, state: "all" })).toEqual(["t"]);
    expect(idsIn({ state: "open" })).toEqual([]);
    expect(idsIn({ state: "resolved" })).toEqual(["t"]);
  });

  test("is not put on a list whose last page has not been read", () => {
    read({ state: "open" }, [], "more");
    putThread(queries, thread, 2);
    expect(idsIn({ state: "open" })).toEqual([]);
  });
});

describe("a comment", () => {
  beforeEach(() => read({ state: "open" }, [thread]));

  test("that was changed stands in its place", () => {
    putComment(queries, { ...comment, text: "答え", version: 2 }, 2);
    expect(firstIn({ state: "open" })).toMatchObject({ text: "答え", version: 2 });
  });

  test("that was emptied keeps its place", () => {
    emptyComment(queries, { threadId: "t", commentId: "k", seq: 2 }, at);
    expect(firstIn({ state: "open" })).toMatchObject({ id: "k", body: null, text: "", deletedAt: at });
  });
});

test("answers as of an earlier event than the news told of a thread change nothing, others do", () => {
  read({ state: "all" }, [thread]);
  noteThread(queries, "t", 3);
  putThread(queries, resolved, 2);
  putComment(queries, { ...comment, text: "古い" }, 2);
  emptyComment(queries, { threadId: "t", commentId: "k", seq: 2 }, at);
  const listed = () => (queries.getQueryData(keyOf({ state: "all" })) as unknown as Pages).pages[0]?.items;
  expect(listed()).toEqual([thread]);
  putThread(queries, resolved, 3);
  expect(listed()).toEqual([resolved]);
});

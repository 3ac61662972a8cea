import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { orpc } from "#components/api/client.ts";
import type { News } from "#domain/live.ts";
import { ARTICLE_ID, FakeServerArticle } from "./fake-server-article.ts";
import { allowInQueries, takeIntoQueries } from "./query-news.ts";

const shown = "01900000-0000-7000-8000-0000000000c1";
const other = "01900000-0000-7000-8000-0000000000c2";
const claimKey = (claimId: string) => orpc.claim.get.queryKey({ input: { claimId } });
const eventsKey = (claimId: string) =>
  orpc.event.list.queryKey({ input: { articleId: ARTICLE_ID, claimId, limit: 30 } });
const threadsKey = orpc.thread.list.queryKey({ input: { articleId: ARTICLE_ID, state: "open", limit: 200 } });

function scene() {
  const queries = new QueryClient();
  const server = new FakeServerArticle();
  server.create(shown, 0);
  server.create(other, 5);
  const [first] = server.newsSince(0)?.claims ?? [];
  queries.setQueryData(claimKey(shown), first);
  server.write(shown, "新しい要旨");
  const news = server.newsSince(2);
  if (!news) throw new Error("a claim was written");
  return { queries, news };
}

const isOld = (queries: QueryClient, key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;

describe("news and what was asked for before", () => {
  test("a claim that was asked for is as the news say; one that was not stays unasked", () => {
    const { queries, news } = scene();
    takeIntoQueries(queries, {
      ...news,
      claims: news.claims.flatMap((claim) => [claim, { ...claim, id: other }]),
    });
    expect(queries.getQueryData(claimKey(shown))).toMatchObject({ statement: "新しい要旨" });
    expect(queries.getQueryState(claimKey(other))).toBeUndefined();
  });

  test.each([
    ["the first", true],
    ["a later", false],
  ])(
    "%s answer under way may be older than the news and does not take their place",
    async (_name, isFirst) => {
      const { queries, news } = scene();
      if (isFirst) queries.removeQueries({ queryKey: claimKey(shown) });
      const answers: ((claim: unknown) => void)[] = [];
      const stop = new QueryObserver(queries, {
        queryKey: claimKey(shown),
        queryFn: () => new Promise((resolve) => answers.push(resolve)),
      }).subscribe(() => {});
      takeIntoQueries(queries, news);
      answers[0]?.({ statement: "older" });
      await Promise.resolve();
      expect(queries.getQueryData(claimKey(shown))).toMatchObject({ statement: "新しい要旨" });
      answers[1]?.({ statement: "newer" });
      await expect.poll(() => queries.getQueryData(claimKey(shown))).toMatchObject({ statement: "newer" });
      stop();
    },
  );

  test("histories of touched claims are old now, and others are not", () => {
    const { queries, news } = scene();
    for (const id of [shown, other]) queries.setQueryData(eventsKey(id), { items: [], nextCursor: null });
    takeIntoQueries(queries, news);
    expect(isOld(queries, eventsKey(shown))).toBe(true);
    expect(isOld(queries, eventsKey(other))).toBe(false);
  });

  test.each<[string, News["threads"], boolean]>([
    ["touched", [{ id: other, claimId: shown }], true],
    ["untouched", [], false],
  ])("conversations: %s", (_name, threads, expected) => {
    const { queries, news } = scene();
    queries.setQueryData(threadsKey, { items: [], nextCursor: null });
    takeIntoQueries(queries, { ...news, threads });
    expect(isOld(queries, threadsKey)).toBe(expected);
  });

  test("what may be done with a claim changes in every answer", () => {
    const { queries } = scene();
    const before = queries.getQueryData(claimKey(shown));
    allowInQueries(queries, { update: true, delete: true, settle: true });
    expect(queries.getQueryData(claimKey(shown))).toBe(before);
    allowInQueries(queries, { update: false, delete: false, settle: false });
    expect(queries.getQueryData(claimKey(shown))).toMatchObject({ abilities: { update: false } });
  });
});

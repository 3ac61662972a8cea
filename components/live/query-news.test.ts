import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { orpc } from "#components/api/client.ts";
import { claimQuery, type SaidClaim } from "#components/claim/claim-query.ts";
import type { News } from "#domain/live.ts";
import { ARTICLE_ID, FakeServerArticle } from "./fake-server-article.ts";
import { takeIntoQueries } from "./query-news.ts";

const shown = "01900000-0000-7000-8000-0000000000c1";
const other = "01900000-0000-7000-8000-0000000000c2";
const claimKey = (claimId: string) => claimQuery(claimId).queryKey;
const eventsKey = (claimId: string) =>
  orpc.event.list.queryKey({ input: { articleId: ARTICLE_ID, claimId, limit: 30 } });
const threadsKey = orpc.thread.list.queryKey({ input: { articleId: ARTICLE_ID, state: "open", limit: 200 } });

function scene() {
  const queries = new QueryClient();
  const server = new FakeServerArticle();
  server.create(shown, 0);
  server.create(other, 5);
  const [first] = server.newsSince(0)?.claims ?? [];
  if (!first) throw new Error("a claim was made");
  queries.setQueryData(claimKey(shown), { claim: first, seq: 1 });
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
    expect(queries.getQueryData(claimKey(shown))).toMatchObject({
      claim: { statement: "新しい要旨" },
      seq: 3,
    });
    expect(queries.getQueryState(claimKey(other))).toBeUndefined();
  });

  test.each([
    ["the first", true, 2, "新しい要旨"],
    ["a later", false, 2, "新しい要旨"],
    ["the first", true, 4, "newer"],
    ["a later", false, 4, "newer"],
  ])(
    "%s answer under way is taken where it is no older than the news (%#)",
    async (_name, isFirst, seq, expected) => {
      const { queries, news } = scene();
      const [claim] = news.claims;
      if (!claim) throw new Error("a claim was written");
      if (isFirst) queries.removeQueries({ queryKey: claimKey(shown) });
      let answer = (_said: SaidClaim) => {};
      const stop = new QueryObserver(queries, {
        ...claimQuery(shown),
        queryFn: () =>
          new Promise<SaidClaim>((resolve) => {
            answer = resolve;
          }),
      }).subscribe(() => {});
      takeIntoQueries(queries, news);
      answer({ claim: { ...claim, statement: "newer" }, seq });
      await expect.poll(() => queries.isFetching()).toBe(0);
      expect(queries.getQueryData(claimKey(shown))?.claim.statement).toBe(expected);
      stop();
    },
  );

  test("a first answer under way about conversations is shown, and asked for anew", async () => {
    const { queries, news } = scene();
    const answers: ((page: unknown) => void)[] = [];
    const stop = new QueryObserver(queries, {
      queryKey: threadsKey,
      queryFn: () => new Promise((resolve) => answers.push(resolve)),
    }).subscribe(() => {});
    takeIntoQueries(queries, { ...news, threads: [{ id: other, claimId: shown }] });
    answers[0]?.("from before the news");
    await expect.poll(() => queries.getQueryData(threadsKey)).toBe("from before the news");
    answers[1]?.("from after them");
    await expect.poll(() => queries.getQueryData(threadsKey)).toBe("from after them");
    expect(queries.isFetching()).toBe(0);
    stop();
  });

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
});

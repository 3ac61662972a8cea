"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { takeDetails } from "#components/article/shown-details.ts";
import { takeDraftNews } from "#components/revision/waiting-draft.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ArticleAbilities } from "#domain/article.ts";
import type { LiveRights, News } from "#domain/live.ts";
import type { Whereabouts } from "#domain/presence.ts";
import { ArticleFollower } from "./article-follower.ts";
import { claimNewsOf } from "./claim-news.ts";
import { useLiveArticle } from "./live-article.tsx";
import { useLive } from "./live-provider.tsx";
import { takeIntoQueries } from "./query-news.ts";
import { useLostClaims } from "./use-lost-claims.ts";
import { useRightsTelling } from "./use-rights-telling.ts";
import { useTelling } from "./use-telling.ts";
import { useWhereabouts } from "./use-whereabouts.ts";

/** Keeps the open article as it is on the server, and tells others where one is. */
export function useFollowArticle(onAbilities: (abilities: ArticleAbilities) => void): void {
  const live = useLive();
  const queries = useQueryClient();
  const { member } = useDesk();
  const { article, store, autosave } = useWorkbench();
  const { people, fieldNews, newRevision } = useLiveArticle();
  const tellOthersWork = useTelling();
  const tellRights = useRightsTelling();
  const noteLost = useLostClaims();
  const follower = useRef<ArticleFollower | null>(null);

  const take = useEffectEvent((news: News) => {
    const others = news.events.filter(({ actor }) => actor?.id !== member.id);
    fieldNews.note(others);
    noteLost(news);
    takeIntoQueries(queries, news);
    store.take(claimNewsOf(news));
    for (const claim of news.claims) {
      if (autosave.state(claim.id, "statement") !== null) autosave.take(claim);
    }
    if (news.article) takeDetails(queries, article.id, news.article);
    takeDraftNews(queries, article, news.events);
    if (news.revision && news.revision.id !== article.revision.id) newRevision.note(news.revision.number);
    tellOthersWork(others, news.claims);
  });

  const allow = useEffectEvent((now: LiveRights) => {
    store.allow(now.claim);
    onAbilities(now.article);
    tellRights(now);
  });

  useEffect(() => {
    const following = new ArticleFollower({
      articleId: article.id,
      seq: article.seq,
      line: live,
      article: { take, allow, meet: (pages) => people.meet(pages), refuse: () => {} },
    });
    follower.current = following;
    const stop = following.start();
    return () => {
      stop();
      follower.current = null;
    };
  }, [live, article.id, article.seq, people]);

  useWhereabouts(useCallback((whereabouts: Whereabouts) => follower.current?.tell(whereabouts), []));
}

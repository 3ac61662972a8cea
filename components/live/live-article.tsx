"use client";

import { createContext, type ReactNode, use, useCallback, useState, useSyncExternalStore } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import { FieldNews } from "./field-news.ts";
import { LostClaims } from "./lost-claims.ts";
import { NewRevision } from "./new-revision.ts";
import { type PeopleState, PeopleStore, type Person } from "./people-store.ts";

/** What an article's page hears besides the article itself. All of it is stable for the life of the page. */
export interface LiveArticle {
  people: PeopleStore;
  fieldNews: FieldNews;
  lostClaims: LostClaims;
  newRevision: NewRevision;
}

const LiveArticleContext = createContext<LiveArticle | null>(null);

export function LiveArticleProvider({ children }: { children: ReactNode }) {
  const { member } = useDesk();
  const [live] = useState(() => ({
    people: new PeopleStore(member.id),
    fieldNews: new FieldNews(),
    lostClaims: new LostClaims(),
    newRevision: new NewRevision(),
  }));
  return <LiveArticleContext value={live}>{children}</LiveArticleContext>;
}

/** Throws outside an article's page. */
export function useLiveArticle(): LiveArticle {
  const live = use(LiveArticleContext);
  if (!live) throw new Error("useLiveArticle needs an article's page around it");
  return live;
}

/** What `select` picks of who is here. It must answer the same object while it means the same. */
export function usePeople<Picked>(select: (state: PeopleState) => Picked): Picked {
  const { people } = useLiveArticle();
  const pick = useCallback(() => select(people.get()), [people, select]);
  return useSyncExternalStore(people.subscribe, pick, pick);
}

const NOBODY: readonly Person[] = [];

/** Who else has this claim open. */
export const usePeopleAt = (claimId: string): readonly Person[] =>
  usePeople(useCallback((state: PeopleState) => state.byClaim.get(claimId) ?? NOBODY, [claimId]));

import type { TouchingEvent } from "#server/reads/news.ts";

/** What of an article events touched, each with the number of the last event that did. */
export interface Touched {
  claims: Map<string, number>;
  bullets: Map<string, number>;
  threads: Map<string, { seq: number; claimId: string | null }>;
  /** Of the article's own fields; 0 where no event touched them. */
  article: number;
  /** Of its text: a new revision; 0 where there was none. */
  revision: number;
}

export const nothingTouched = (): Touched => ({
  claims: new Map(),
  bullets: new Map(),
  threads: new Map(),
  article: 0,
  revision: 0,
});

/** Adds what `event` touched. The order of events does not matter, and the same one again changes nothing. */
export function touch(
  touched: Touched,
  { seq, kind, claimId, subjectId, threadId, claimIds }: TouchingEvent,
): void {
  // Whatever happens to a claim's findings or conversations happens to the claim: it carries or counts them.
  for (const id of claimId ? [claimId] : (claimIds ?? []))
    touched.claims.set(id, Math.max(seq, touched.claims.get(id) ?? 0));
  const noun = kind.slice(0, kind.indexOf("."));
  if (noun === "article") touched.article = Math.max(seq, touched.article);
  if (kind === "article.revised") touched.revision = Math.max(seq, touched.revision);
  if (noun === "block" && subjectId)
    touched.bullets.set(subjectId, Math.max(seq, touched.bullets.get(subjectId) ?? 0));
  const thread = noun === "thread" ? subjectId : noun === "comment" ? threadId : null;
  if (thread)
    touched.threads.set(thread, { seq: Math.max(seq, touched.threads.get(thread)?.seq ?? 0), claimId });
}

/** What of `touched` was touched after `after`. */
export function touchedAfter(touched: Touched, after: number): Touched {
  return {
    claims: new Map([...touched.claims].filter(([, seq]) => seq > after)),
    bullets: new Map([...touched.bullets].filter(([, seq]) => seq > after)),
    threads: new Map([...touched.threads].filter(([, { seq }]) => seq > after)),
    article: touched.article > after ? touched.article : 0,
    revision: touched.revision > after ? touched.revision : 0,
  };
}

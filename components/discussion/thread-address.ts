/** Where a thread can be found, below the product's address: with its claim, or on its passage. */
export function threadAddress(thread: { id: string; articleId: string; claimId: string | null }): string {
  const query = new URLSearchParams();
  if (thread.claimId !== null) query.set("claim", thread.claimId);
  query.set("thread", thread.id);
  return `/articles/${thread.articleId}?${query}`;
}

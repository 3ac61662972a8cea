import type { Notification } from "#domain/notification.ts";

/** Where the thing can be seen that a member was told of: the thread, the claim, or the article where that is gone. */
export function notificationAddress({ article, claim, thread }: Notification): string {
  const query = new URLSearchParams();
  if (claim && claim.number !== null) query.set("claim", claim.id);
  if (thread && (claim === null || claim.number !== null)) query.set("thread", thread.id);
  return `/articles/${article.id}${query.size > 0 ? `?${query}` : ""}`;
}

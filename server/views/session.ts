import { type Session, sessionSchema } from "#domain/session.ts";
import type { Session as SessionRow } from "#prisma/generated/client.ts";

/** A session as its member sees it. What a later version named a browser by, and this one does not know, is no name. */
export const sessionView = (row: SessionRow, current: string | null): Session => ({
  id: row.id,
  browser: sessionSchema.shape.browser.catch(null).parse(row.browser),
  system: sessionSchema.shape.system.catch(null).parse(row.system),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt.toISOString(),
  isCurrent: row.id === current,
});

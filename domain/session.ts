import { z } from "zod";
import { BROWSERS, SYSTEMS } from "./device.ts";
import { idSchema } from "./id.ts";

/** A session ends when it was not used for so many days. */
export const IDLE_DAYS = 14;

/** A session ends so many days after signing in, however much it was used. */
export const SESSION_DAYS = 30;

/** Why a session ended; what each means is told in `prisma/schema/session.prisma`. */
export const SESSION_ENDS = [
  "signed_out",
  "elsewhere",
  "signed_in_again",
  "password_changed",
  "account_closed",
  "factors_reset",
  "idle",
  "expired",
] as const;
export const sessionEndSchema = z.enum(SESSION_ENDS);
export type SessionEnd = z.infer<typeof sessionEndSchema>;

/** What is asked of a session to know whether it is good. */
export interface SessionAge {
  createdAt: Date;
  lastUsedAt: Date;
  endedAt: Date | null;
  endedWhy: SessionEnd | null;
}

const DAY = 24 * 60 * 60 * 1000;

/** Why a session is none at `now`; null where it is good. */
export function endOf(
  { createdAt, lastUsedAt, endedAt, endedWhy }: SessionAge,
  now: Date,
): SessionEnd | null {
  if (endedAt) return endedWhy;
  if (now.getTime() - createdAt.getTime() >= SESSION_DAYS * DAY) return "expired";
  if (now.getTime() - lastUsedAt.getTime() >= IDLE_DAYS * DAY) return "idle";
  return null;
}

/** The moments after which a session must have begun, and been used, to be good at `now`: for asking many at once. */
export const goodSince = (now: Date): { createdAt: Date; lastUsedAt: Date } => ({
  createdAt: new Date(now.getTime() - SESSION_DAYS * DAY),
  lastUsedAt: new Date(now.getTime() - IDLE_DAYS * DAY),
});

/** A session as its member sees it. `isCurrent`: the one that asks. */
export const sessionSchema = z.object({
  id: idSchema,
  browser: z.enum(BROWSERS).nullable(),
  system: z.enum(SYSTEMS).nullable(),
  createdAt: z.iso.datetime(),
  /** A few minutes behind at most. */
  lastUsedAt: z.iso.datetime(),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

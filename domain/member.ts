import { z } from "zod";
import { idSchema } from "./id.ts";
import { localeSchema } from "./localized.ts";
import { nameText } from "./name-text.ts";

/**
 * What a member may do, each including the one before:
 * a viewer reads, an editor marks and settles, a reviewer also signs off, an admin also manages members.
 */
export const ROLES = ["viewer", "editor", "reviewer", "admin"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Addresses compare without case; what a person typed around them is trimmed. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** NIST SP 800-63B: length is what counts; no composition rules. In UTF-16 units, as a form counts. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;
export const passwordSchema = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

export const memberNameSchema = nameText({ min: 1, max: 80 });

/** A member as others see them: enough to name and to assign. */
export const memberSummarySchema = z.object({ id: idSchema, name: z.string(), disabled: z.boolean() });
export type MemberSummary = z.infer<typeof memberSummarySchema>;

/** A member as an admin, or they themselves, see them. Dates are ISO 8601 in UTC. */
export const memberSchema = memberSummarySchema.extend({
  email: z.string(),
  role: roleSchema,
  locale: localeSchema,
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** True where they have a second factor. */
  secondFactor: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** An invitation that has not been used. The link's secret is only in the answer that made it. */
export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  invitedBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** How long an invitation may wait, in days. */
export const INVITATION_DAYS = 7;

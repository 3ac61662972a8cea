import { z } from "zod";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";

/**
 * Everything that can happen, each with one line of meaning. Events are appended and never changed: the audit trail
 * and the live feed are the same log. Their shapes are stored, so a kind may gain optional data and never lose any.
 */
export const EVENT_KINDS = [
  "article.created", // an article came in as revision 1
  "article.updated", // title, byline, publisher, url, date or language changed
  "article.watched", // an article's address is looked at from time to time from now on, or no longer; data.everyMinutes, data.paused where an admin held it or let it go on
  "article.changed_at_source", // a watched address was found changed; nobody did it; data.changeId, data.captureId, data.url
  "article.change_settled", // such a change was let be, or its address took it back (nobody did it); data.changeId
  "capture.fetched", // an address was fetched; belongs to no article yet; subject: the capture, data.url, data.finalUrl
  "reading.started", // a file is to be read by machine; belongs to no article yet; subject: the reading, data.sha256
  "reading.cancelled", // its owner stopped it; subject: the reading
  "article.revised", // a new revision was saved; data.number, data.sha256, data.origin, data.outcomes
  "revision.drafted", // a new version was brought in and waits to be saved; subject: the draft
  "revision.decided", // somebody placed or dropped a claim in a draft; subject: the draft, data.decision
  "revision.undecided", // such a decision was taken back; subject: the draft
  "revision.discarded", // a draft was thrown away; subject: the draft
  "claim.created", // a passage was marked
  "claim.updated", // fields of a claim changed: data.changes says from what to what
  "claim.moved", // a claim's edges were moved: data.from and data.to are anchors
  "claim.deleted", // a claim was taken away (and can be restored)
  "claim.restored", // a deleted or dropped claim came back
  "claim.confirmed", // somebody said that the finding holds for the changed words; data.was
  "annotations.imported", // annotations made elsewhere became claims, all at once: data.claimIds, data.format
  "verdict.updated", // rating, summary or rationale changed; prose is told of when the writing rests, data.writers says by whom
  "evidence.added", // a source was put to a claim
  "evidence.updated", // stance, passage, locator or note changed
  "evidence.removed", // a source was taken from a claim
  "thread.opened", // a conversation began on a claim or a passage; subject: the thread
  "thread.resolved", // a conversation was closed
  "thread.reopened", // a closed conversation goes on
  "comment.added", // an answer in a thread; subject: the comment, data.threadId
  "comment.edited", // its author changed a comment
  "comment.deleted", // its author emptied a comment
  "block.dismissed", // a bullet needs no claim, for a reason
  "block.reopened", // a dismissed bullet is to be marked after all
  "source.created", // a source came into the library by itself
  "source.updated", // a source's bibliographic fields changed
  "report.exported", // a report left as a file
  "member.invited", // an admin made an invitation
  "invitation.revoked", // an admin took an invitation back
  "member.joined", // an invitation, set-up token or single sign-on became a member
  "member.role_changed", // an admin changed a role, or the groups at single sign-on did: data.by
  "member.disabled", // an admin closed an account; its sessions end at once
  "member.enabled", // an admin opened a closed account again
  "member.profile_changed", // a member changed name or language
  "member.password_changed", // a member changed the password; other sessions end
  "session.ended", // a member ended one of their sessions from the profile; subject: the session
  "session.all_ended", // a member ended all their sessions, or all others; data.ended counts them
  "member.factor_added", // a member set up a second factor; data.kind: totp or passkey
  "member.factor_removed", // a member took a second factor away; data.kind
  "member.recovery_codes_renewed", // a member made new recovery codes
  "member.recovery_code_used", // a recovery code stood in for the second factor
  "member.factors_reset", // an admin took all second factors of a member away; sessions end at once
  "member.factor_required", // an admin made a second factor a duty of a role, or no longer; data.role, data.required
  "token.created", // a member made a personal token
  "token.revoked", // a member took a personal token back
] as const;
export const eventKindSchema = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof eventKindSchema>;

/** One field's change, printed in a history. Values are JSON. */
export const fieldChangeSchema = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/**
 * One thing that happened. `seq` counts an article's events from 1 without gaps; it is null for what belongs to no
 * article. `subjectId` is the claim, evidence, source, member or block it happened to.
 */
export const eventSchema = z.object({
  id: idSchema,
  seq: z.number().int().min(1).nullable(),
  kind: eventKindSchema,
  articleId: idSchema.nullable(),
  claimId: idSchema.nullable(),
  subjectId: z.string().nullable(),
  actor: memberSummarySchema.nullable(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type Event = z.infer<typeof eventSchema>;

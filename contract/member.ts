import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { localeSchema } from "#domain/localized.ts";
import {
  emailSchema,
  invitationSchema,
  memberNameSchema,
  memberSchema,
  memberSummarySchema,
  passwordSchema,
  roleSchema,
} from "#domain/member.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall, openCall } from "./procedure.ts";

const tags = ["Members"];
const memberId = z.object({ memberId: idSchema });

/** What a person says of themselves when an invitation or the set-up token lets them in. */
const newcomerSchema = z.object({
  name: memberNameSchema,
  password: passwordSchema,
  locale: localeSchema.optional(),
});

export const memberContract = {
  assignable: memberCall
    .route({ method: "GET", path: "/assignable-members", tags, summary: "Who can be given a claim" })
    .output(z.object({ items: z.array(memberSummarySchema) })),

  mentionable: memberCall
    .route({
      method: "GET",
      path: "/mentionable-members",
      tags,
      summary: "Who can be mentioned in a comment",
    })
    .output(z.object({ items: z.array(memberSummarySchema) })),

  list: memberCall
    .route({ method: "GET", path: "/members", tags, summary: "All members (admins)" })
    .input(pageQuerySchema)
    .output(pageOf(memberSchema)),

  update: memberCall
    .route({
      method: "PATCH",
      path: "/members/{memberId}",
      tags,
      summary: "Change a role, close or open an account",
    })
    .input(memberId.extend({ role: roleSchema.optional(), disabled: z.boolean().optional() }))
    .output(memberSchema)
    .errors(errors("NOT_FOUND", "LAST_ADMIN")),

  invitations: memberCall
    .route({ method: "GET", path: "/invitations", tags, summary: "Invitations that wait (admins)" })
    .output(z.object({ items: z.array(invitationSchema) })),

  invite: memberCall
    .route({
      method: "POST",
      path: "/invitations",
      tags,
      successStatus: 201,
      summary: "Invite a person",
      description: "`link` works once and is answered only here. A new invitation replaces one that waits.",
    })
    .meta({ answersSecret: true })
    .input(z.object({ email: emailSchema, role: roleSchema }))
    .output(invitationSchema.extend({ link: z.url() }))
    .errors(errors("MEMBER_EXISTS", "SECRET_SHOWN_ONCE")),

  revokeInvitation: memberCall
    .route({
      method: "DELETE",
      path: "/invitations/{invitationId}",
      tags,
      successStatus: 204,
      summary: "Take an invitation back",
    })
    .input(z.object({ invitationId: idSchema }))
    .errors(errors("NOT_FOUND")),

  acceptInvitation: openCall
    .route({ method: "POST", path: "/invitations/accept", tags, summary: "Become a member by an invitation" })
    .input(newcomerSchema.extend({ secret: z.string().min(1).max(200) }))
    .output(z.object({ email: z.string() }))
    .errors(errors("LINK_INVALID", "PASSWORD_COMMON", "PASSWORD_PERSONAL")),

  setUp: openCall
    .route({ method: "POST", path: "/setup", tags, summary: "Become the first admin by the set-up token" })
    .input(newcomerSchema.extend({ token: z.string().min(1).max(200), email: emailSchema }))
    .output(z.object({ email: z.string() }))
    .errors(errors("LINK_INVALID", "PASSWORD_COMMON", "PASSWORD_PERSONAL")),
};

import { z } from "zod";
import { accessTokenSchema, tokenDraftSchema } from "#domain/access-token.ts";
import { idSchema } from "#domain/id.ts";
import { localeSchema } from "#domain/localized.ts";
import { memberNameSchema, memberSchema, passwordSchema } from "#domain/member.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Profile"];

export const profileContract = {
  get: memberCall.route({ method: "GET", path: "/profile", tags, summary: "Who I am" }).output(memberSchema),

  update: memberCall
    .route({ method: "PATCH", path: "/profile", tags, summary: "Change my name or language" })
    .input(z.object({ name: memberNameSchema.optional(), locale: localeSchema.optional() }))
    .output(memberSchema),

  changePassword: memberCall
    .route({
      method: "POST",
      path: "/profile/password",
      tags,
      successStatus: 204,
      summary: "Change my password; my other sessions and all my tokens end",
    })
    .meta({ answersSecret: true })
    .input(z.object({ current: z.string().max(200), next: passwordSchema }))
    .errors(errors("PASSWORD_WRONG", "PASSWORD_COMMON", "PASSWORD_PERSONAL", "SECRET_SHOWN_ONCE")),

  tokens: memberCall
    .route({
      method: "GET",
      path: "/profile/tokens",
      tags,
      summary: "My personal tokens, those that ended last",
    })
    .output(z.object({ items: z.array(accessTokenSchema) })),

  createToken: memberCall
    .route({
      method: "POST",
      path: "/profile/tokens",
      tags,
      successStatus: 201,
      summary: "Make a personal token",
      description:
        "`secret` is answered only here. `scope` says whether it may write as you may, or only read; it ends after " +
        "`days`, with a changed password, and never later than the token by which it is made.",
    })
    .meta({ answersSecret: true })
    .input(tokenDraftSchema)
    .output(accessTokenSchema.extend({ secret: z.string() }))
    .errors(errors("SECRET_SHOWN_ONCE")),

  revokeToken: memberCall
    .route({
      method: "DELETE",
      path: "/profile/tokens/{tokenId}",
      tags,
      successStatus: 204,
      summary: "Take a personal token back",
    })
    .input(z.object({ tokenId: idSchema }))
    .errors(errors("NOT_FOUND")),
};

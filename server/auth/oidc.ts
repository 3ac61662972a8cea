import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { emailSchema, memberNameSchema } from "#domain/member.ts";
import { withoutHidden } from "#domain/name-text.ts";
import type { OidcPerson } from "#server/commands/admit-by-oidc.ts";
import { env } from "#server/env.ts";

export const OIDC_ID = "oidc";

/** Providers send `email_verified` as a boolean, and some as a string. */
const profileSchema = z.object({
  sub: z.string().min(1),
  email: emailSchema.optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")])
    .catch(false),
  name: z
    .string()
    .transform((name) => withoutHidden(name).name)
    .pipe(memberNameSchema)
    .optional()
    .catch(undefined),
});

/** What the sign-in button calls the identity provider; null where none is configured. */
export function oidcName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? (OIDC_NAME ?? new URL(OIDC_ISSUER).host) : null;
}

/** The provider as next-auth wants it; empty where none is configured. */
export function oidcProviders(): OAuthConfig<Record<string, unknown>>[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env();
  if (!issuer || !clientId || !clientSecret) return [];
  return [
    {
      id: OIDC_ID,
      name: oidcName() ?? OIDC_ID,
      type: "oauth",
      issuer,
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (profile) => ({ id: String(profile.sub) }),
    },
  ];
}

/** @throws ZodError where the provider sends no subject */
export function oidcPerson(profile: unknown): OidcPerson {
  const { sub, email, email_verified, name } = profileSchema.parse(profile);
  return {
    subject: `${env().OIDC_ISSUER}|${sub}`,
    verifiedEmail: (email_verified && email) || null,
    name: name ?? email?.split("@")[0] ?? sub,
  };
}

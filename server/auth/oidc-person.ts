import { z } from "zod";
import { groupRole } from "#domain/group-role.ts";
import { emailSchema, memberNameSchema } from "#domain/member.ts";
import { withoutHidden } from "#domain/name-text.ts";
import type { OidcPerson } from "#server/commands/admit-by-oidc.ts";
import { type Env, env } from "#server/env.ts";

export type Claims = Record<string, unknown>;

/** Providers send `email_verified` as a boolean, some as a string, and some not at all. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  email: emailSchema.optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")])
    .optional()
    .catch(false),
  name: z
    .string()
    .transform((name) => withoutHidden(name).name)
    .pipe(memberNameSchema)
    .optional()
    .catch(undefined),
});

/** A person's groups: a list of names, or one name. */
const groupsSchema = z.union([z.array(z.string()), z.string().transform((name) => [name])]).catch([]);

type Settings = Pick<Env, "OIDC_ISSUER" | "OIDC_TRUST_EMAIL" | "OIDC_ROLES" | "OIDC_GROUPS_CLAIM">;

/** True where the ID token leaves out what a sign-in needs, so that UserInfo has to be asked. */
export function needsUserInfo(claims: Claims, settings: Settings = env()): boolean {
  const { OIDC_ROLES, OIDC_GROUPS_CLAIM } = settings;
  if (claims.email === undefined || claims.email_verified === undefined) return true;
  return OIDC_ROLES !== undefined && claimAt(claims, OIDC_GROUPS_CLAIM) === undefined;
}

/**
 * What the ID token and UserInfo say together; the signed token is believed first. Whether an address is verified is
 * taken only from where that very address stands.
 */
export function mergeClaims(token: Claims, userInfo: Claims): Claims {
  const { email_verified, ...signed } = token;
  const merged: Claims = { ...userInfo, ...signed };
  const said = [token, userInfo].find(
    (one) => one.email === merged.email && one.email_verified !== undefined,
  );
  return { ...merged, email_verified: said?.email_verified };
}

/** @throws ZodError where the provider sends no subject */
export function oidcPerson(claims: Claims, settings: Settings = env()): OidcPerson {
  const { OIDC_ISSUER, OIDC_TRUST_EMAIL, OIDC_ROLES, OIDC_GROUPS_CLAIM } = settings;
  const { sub, email = null, email_verified, name } = claimsSchema.parse(claims);
  const isTrusted = OIDC_TRUST_EMAIL !== undefined && OIDC_TRUST_EMAIL === OIDC_ISSUER;
  const role = OIDC_ROLES && groupRole(groupsSchema.parse(claimAt(claims, OIDC_GROUPS_CLAIM)), OIDC_ROLES);
  return {
    subject: `${OIDC_ISSUER}|${sub}`,
    email,
    emailVerified: email_verified ?? isTrusted,
    name: name ?? email?.split("@")[0] ?? sub,
    ...(role !== undefined && { groupRole: role }),
  };
}

/** A claim by its name, which may hold dots (`https://desk.example/groups`), else by a path (`realm_access.roles`). */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? (value as Claims)[key]
          : undefined,
      claims,
    );
}

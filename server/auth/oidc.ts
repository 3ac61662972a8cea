import type { OAuthConfig } from "next-auth/providers/oauth";
import { type Claims, mergeClaims, needsUserInfo } from "#server/auth/oidc-person.ts";
import { env } from "#server/env.ts";

export const OIDC_ID = "oidc";

/** What the sign-in button calls the identity provider; null where none is configured. */
export function oidcName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? (OIDC_NAME ?? new URL(OIDC_ISSUER).host) : null;
}

/** The provider as next-auth wants it; empty where none is configured. */
export function oidcProviders(): OAuthConfig<Claims>[] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_SCOPES: scope,
  } = env();
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
      authorization: { params: { scope } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      userinfo: { request: ({ tokens, client }) => claimsOf(tokens, client) },
      profile: (profile) => ({ id: String(profile.sub) }),
    },
  ];
}

type UserInfoRequest = Exclude<OAuthConfig<Claims>["userinfo"], string | undefined>["request"];
type Asked = Parameters<NonNullable<UserInfoRequest>>[0];

/**
 * What the provider says of the person. In the code flow it may keep all claims but the subject for UserInfo (OpenID
 * Connect Core, section 5.4). UserInfo about another subject is refused by the client.
 */
async function claimsOf(tokens: Asked["tokens"], client: Asked["client"]): Promise<Claims> {
  const claims: Claims = { ...(tokens as Tokens).claims() };
  if (!client.issuer.metadata.userinfo_endpoint || !needsUserInfo(claims)) return claims;
  return mergeClaims(claims, await client.userinfo(tokens as Tokens));
}

/** next-auth hands the client's own set of tokens over and says less of it. */
type Tokens = Exclude<Parameters<Asked["client"]["userinfo"]>[0], string>;

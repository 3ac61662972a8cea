import { z } from "zod";
import { idSchema } from "./id.ts";
import { nameText } from "./name-text.ts";

/** What a personal token may do: only what changes nothing, or whatever its member may. */
export const TOKEN_SCOPES = ["read", "write"] as const;
export const tokenScopeSchema = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof tokenScopeSchema>;

/** How long a personal token works, in days. */
export const TOKEN_DAYS = { default: 90, max: 365 } as const;

/** What its owner calls a token. */
export const tokenNameSchema = nameText({ min: 1, max: 80 });

/** What its member says of a new personal token. Without a scope it only reads: more is given by a word. */
export const tokenDraftSchema = z.object({
  name: tokenNameSchema,
  scope: tokenScopeSchema.default("read"),
  days: z.number().int().min(1).max(TOKEN_DAYS.max).default(TOKEN_DAYS.default),
});
export type TokenDraft = z.output<typeof tokenDraftSchema>;

/** Why a personal token works no more; one that its member took back is not listed at all. */
export const tokenEndSchema = z.enum(["expired", "password_changed"]);
export type TokenEnd = z.infer<typeof tokenEndSchema>;

/** A personal token for scripts. Its secret is shown once and kept as a hash. Dates are ISO 8601 in UTC. */
export const accessTokenSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(80),
  scope: tokenScopeSchema,
  createdAt: z.iso.datetime(),
  /** From this moment on it is no token. */
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** Null while it works. */
  ended: tokenEndSchema.nullable(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;

interface TokenLife {
  expiresAt: Date;
  endedAt: Date | null;
}

/** Why a token works no more at `now`; null while it does. */
export function tokenEnd({ expiresAt, endedAt }: TokenLife, now: Date): TokenEnd | null {
  if (endedAt) return "password_changed";
  return expiresAt <= now ? "expired" : null;
}

/**
 * When a token made at `now` for `days` ends. One that is made by another token does not outlast that: else a token that
 * ends could go on for ever by making the next.
 *
 * @param notAfter the end of the token that asks; null for a member at the screen
 */
export function tokenExpiry(now: Date, days: number, notAfter: Date | null): Date {
  const wanted = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  return notAfter && notAfter < wanted ? notAfter : wanted;
}

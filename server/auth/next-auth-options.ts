import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import { Refusal } from "#domain/error.ts";
import { DEFAULT_LOCALE } from "#domain/localized.ts";
import { emailSchema } from "#domain/member.ts";
import { safeNextPath } from "#domain/next-path.ts";
import { storableText } from "#editor/storable-text.ts";
import type { Member } from "#prisma/generated/client.ts";
import { toFailure } from "#server/api/failure.ts";
import { deviceFromHeaders } from "#server/auth/known-device.ts";
import { networkAddress } from "#server/auth/network-address.ts";
import { OIDC_ID, oidcProviders } from "#server/auth/oidc.ts";
import { oidcPerson } from "#server/auth/oidc-person.ts";
import { type SessionClaims, sessionOf } from "#server/auth/session.ts";
import { cookieName, cookieOptions, isSecure, SESSION_SECONDS } from "#server/auth/session-cookie.ts";
import { admitByOidc } from "#server/commands/admit-by-oidc.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { rememberDevice } from "#server/commands/remember-device.ts";
import { signIn } from "#server/commands/sign-in.ts";
import { databaseTrouble } from "#server/database-trouble.ts";
import { env } from "#server/env.ts";
import type { SessionBrowser } from "#server/insert-session.ts";
import { log } from "#server/log.ts";
import { audit } from "#server/observe/audit.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { safeWords } from "#server/observe/safe-error.ts";

/** What became of one request; next-auth itself only passes strings on. */
export interface Outcome {
  member?: Member;
  session?: SessionClaims;
  /** By what the browser is known from now on. */
  device?: string;
  refusal?: Refusal;
}

const credentialsSchema = z.object({
  /** What is no address at all is looked for like any other, so that the answer is the same. */
  email: z.string().max(1000).transform(storableText).pipe(emailSchema.or(z.string())),
  password: z.string().max(1000),
});

/** next-auth for one request, which says in `outcome` who was let in or why nobody was. */
export function authOptions(headers: Headers, outcome: Outcome): NextAuthOptions {
  return {
    secret: env().URATORI_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/signin", signOut: "/signin", error: "/signin" },
    cookies: ourCookies(),
    logger: ourLogger(),
    providers: [
      {
        id: "credentials",
        name: "credentials",
        type: "credentials",
        credentials: {},
        authorize: (input) => admitted(headers, outcome, "password", () => byPassword(input, headers)),
      },
      ...oidcProviders(),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== OIDC_ID) return outcome.member !== undefined;
        return (
          (await admitted(headers, outcome, "oidc", () => admitByOidc(oidcPerson({ ...profile })), {
            // Whether a second factor is asked for is the provider's to decide.
            secondFactorAt: new Date(),
          })) !== null
        );
      },
      jwt: () => claimsIn(outcome),
      // A path stays on whatever address this desk is visited at; an absolute one would move to the public address.
      redirect: ({ url, baseUrl }) => safeNextPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
  };
}

function byPassword(input: unknown, headers: Headers): Promise<Member> {
  const { email, password } = credentialsSchema.parse(input);
  return signIn({
    email,
    password,
    network: networkAddress(headers),
    device: deviceFromHeaders(headers),
  });
}

/** Lets somebody in and begins their session, which takes the place of the one this browser had. */
async function admitted(
  headers: Headers,
  outcome: Outcome,
  method: "password" | "oidc",
  admit: () => Promise<Member>,
  proven: Pick<SessionBrowser, "secondFactorAt"> = {},
): Promise<{ id: string } | null> {
  try {
    const member = await admit();
    const before = await sessionOf(headers);
    const userAgent = headers.get("user-agent");
    outcome.session = await beginSession({ member, userAgent, replaces: before?.sid ?? null, ...proven });
    outcome.device = await rememberDevice(member.id, deviceFromHeaders(headers));
    outcome.member = member;
    noteOnRequest({ actorId: member.id });
    audit("sign_in.succeeded", { method });
    return { id: member.id };
  } catch (error) {
    outcome.refusal = asRefusal(error);
    audit("sign_in.failed", { method, code: outcome.refusal.code });
    return null;
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return new Refusal("CREDENTIALS_WRONG");
  if (databaseTrouble(error)) {
    const { code, data } = toFailure(error, DEFAULT_LOCALE);
    return new Refusal(code, data);
  }
  log().error({ err: error }, "A sign-in failed");
  return new Refusal("INTERNAL");
}

/** Only ours: next-auth would put name and address into the cookie as well, where nobody needs them. */
function claimsIn({ session }: Outcome) {
  if (!session) throw new Error("A session is only made for somebody who was let in");
  return { ...session };
}

function ourCookies(): NonNullable<NextAuthOptions["cookies"]> {
  const quarterOfAnHour = 15 * 60;
  const cookie = (name: string, maxAge?: number) => ({
    name: cookieName(name),
    options: { ...cookieOptions(), ...(maxAge && { maxAge }) },
  });
  return {
    sessionToken: cookie("session"),
    callbackUrl: cookie("callback"),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce", quarterOfAnHour),
    state: cookie("state", quarterOfAnHour),
    nonce: cookie("nonce", quarterOfAnHour),
  };
}

function ourLogger(): NonNullable<NextAuthOptions["logger"]> {
  return {
    // The words only: what an identity provider's errors carry along may hold tokens.
    error: (code, metadata) =>
      log().error(
        {
          code,
          reason: safeWords(metadata instanceof Error ? metadata.message : metadata.error.message),
        },
        "next-auth",
      ),
    warn: (code) => log().warn({ code }, "next-auth"),
    debug: () => {},
  };
}

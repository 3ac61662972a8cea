import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntranceTitle } from "#components/sign-in/entrance.tsx";
import { SetUpHint } from "#components/sign-in/set-up-hint.tsx";
import { SignInPanel } from "#components/sign-in/sign-in-panel.tsx";
import { safeNextPath } from "#domain/next-path.ts";
import { type SsoProblem, ssoProblemSchema } from "#domain/sso-problem.ts";
import { currentMember } from "#server/auth/current-member.ts";
import { demoAccounts } from "#server/auth/demo-accounts.ts";
import { oidcName } from "#server/auth/oidc.ts";
import { hasMembers } from "#server/reads/member.ts";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = safeNextPath([query.next].flat()[0]);
  if (await currentMember()) redirect(next);
  const t = await getTranslations("sign-in");
  const isSetUp = await hasMembers();
  return (
    <>
      <EntranceTitle>{t("title")}</EntranceTitle>
      {isSetUp ? null : <SetUpHint />}
      <SignInPanel next={next} ssoName={oidcName()} ssoProblem={ssoProblem(query)} demo={demoAccounts()} />
    </>
  );
}

/** `error` is next-auth's own word: going out to the identity provider failed, or something nobody foresaw. */
function ssoProblem({ problem, error }: Query): SsoProblem | null {
  const known = ssoProblemSchema.safeParse([problem].flat()[0]);
  if (known.success) return known.data;
  if (error === undefined) return null;
  return error === "OAuthSignin" ? "unreachable" : "failed";
}

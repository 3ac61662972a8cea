import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecondFactorSetUp } from "#components/second-factor/second-factor-set-up.tsx";
import { SecondFactorStep } from "#components/second-factor/second-factor-step.tsx";
import { EntranceTitle } from "#components/sign-in/entrance.tsx";
import { SetUpHint } from "#components/sign-in/set-up-hint.tsx";
import { SignInPanel } from "#components/sign-in/sign-in-panel.tsx";
import { safeNextPath } from "#domain/next-path.ts";
import { type SsoProblem, ssoProblemSchema } from "#domain/sso-problem.ts";
import { currentFactorOwner, currentMember } from "#server/auth/current-member.ts";
import { demoAccounts } from "#server/auth/demo-accounts.ts";
import type { FactorOwner } from "#server/auth/factor-owner.ts";
import { oidcName } from "#server/auth/oidc.ts";
import { hasMembers } from "#server/reads/member.ts";
import { readSecondFactors } from "#server/reads/second-factor.ts";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = safeNextPath([query.next].flat()[0]);
  if (await currentMember()) redirect(next);
  const owner = await currentFactorOwner();
  if (owner) return <SecondFactor owner={owner} next={next} />;
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

/** The second half of signing in, for a session that waits for its second factor. */
async function SecondFactor({ owner, next }: { owner: FactorOwner; next: string }) {
  const t = await getTranslations("second-factor");
  const { name, actor, stage } = owner;
  if (stage === "setUp") {
    const roles = await getTranslations("shell.roles");
    return (
      <>
        <EntranceTitle lead={t("setUp.lead", { name, role: roles(actor.role) })}>
          {t("setUp.title")}
        </EntranceTitle>
        <SecondFactorSetUp next={next} />
      </>
    );
  }
  const { totp, passkeys } = await readSecondFactors(actor);
  return (
    <>
      <EntranceTitle lead={t("step.lead", { name })}>{t("step.title")}</EntranceTitle>
      <SecondFactorStep next={next} hasTotp={totp !== null} hasPasskey={passkeys.length > 0} />
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

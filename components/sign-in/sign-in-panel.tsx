"use client";

import { Alert } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { PasskeyButton } from "#components/second-factor/passkey-button.tsx";
import type { SsoProblem } from "#domain/sso-problem.ts";
import { type DemoAccount, DemoAccounts } from "./demo-accounts.tsx";
import { ElsewhereButton } from "./elsewhere-button.tsx";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInPanelProps {
  next: string;
  /** What the identity provider is called; null where there is none. */
  ssoName: string | null;
  /** How the way back from the identity provider ended. */
  ssoProblem: SsoProblem | null;
  demo: DemoAccount[];
}

/** All the ways in. */
export function SignInPanel({ next, ssoName, ssoProblem, demo }: SignInPanelProps) {
  const t = useTranslations("sign-in");
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      {ssoProblem ? (
        <Alert color="red" variant="light" mb="md">
          {t(`ssoProblem.${ssoProblem}`, { name: ssoName ?? "" })}
        </Alert>
      ) : null}
      <SignInForm next={next} formRef={form} />
      <PasskeyButton next={next} />
      {ssoName ? <ElsewhereButton name={ssoName} next={next} /> : null}
      {demo.length > 0 ? <DemoAccounts accounts={demo} formRef={form} /> : null}
    </>
  );
}

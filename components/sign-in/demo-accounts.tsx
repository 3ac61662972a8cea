"use client";

import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Role } from "#domain/member.ts";
import classes from "./entrance.module.css";

export interface DemoAccount {
  role: Role;
  email: string;
  password: string;
}

interface DemoAccountsProps {
  accounts: DemoAccount[];
  formRef: RefObject<HTMLFormElement | null>;
}

/** Who can sign in to the demo desk: one click fills the form, and the person still signs in themselves. */
export function DemoAccounts({ accounts, formRef }: DemoAccountsProps) {
  const t = useTranslations("sign-in.demo");
  const roles = useTranslations("shell.roles");
  const announce = useAnnounce();
  const fill = ({ email, password, role }: DemoAccount) => {
    const form = formRef.current;
    write(form?.elements.namedItem("email"), email);
    write(form?.elements.namedItem("password"), password);
    form?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
    announce(t("filled", { role: roles(role) }));
  };
  return (
    <section className={classes.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={classes.demoTitle}>
        {t("title")}
      </h2>
      <p className={classes.demoHint}>{t("hint")}</p>
      <ul className={classes.demoList}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className={classes.demoAccount} onClick={() => fill(account)}>
              <span className={classes.demoRole}>{roles(account.role)}</span>
              <span className={classes.demoEmail}>{account.email}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function write(field: Element | RadioNodeList | null | undefined, value: string): void {
  if (field instanceof HTMLInputElement) field.value = value;
}

"use client";

import { Button } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { signInWithPassword } from "./auth-client.ts";
import classes from "./entrance.module.css";
import { FailureAlert } from "./failure-alert.tsx";
import { NewcomerFields } from "./newcomer-fields.tsx";
import { useDoorForm } from "./use-door-form.ts";

/** Becomes a member by an invitation's link and goes straight in. */
export function InviteForm({ secret, email: invited }: { secret: string; email: string }) {
  const t = useTranslations("sign-in.invite");
  const locale = useLocale();
  const { action, isPending, error, fields, wait } = useDoorForm(async ({ name = "", password = "" }) => {
    const { email } = await client.member.acceptInvitation({ secret, name, password, locale });
    await signInWithPassword({ email, password });
    return "/";
  });
  return (
    <form action={action} className={classes.form}>
      <FailureAlert error={error} wait={wait} />
      {/* For password managers, which otherwise would take the name for the account. */}
      <input type="email" name="username" autoComplete="username" value={invited} readOnly hidden />
      <NewcomerFields fields={fields} />
      <Button type="submit" size="md" fullWidth loading={isPending} disabled={wait > 0}>
        {t("submit")}
      </Button>
    </form>
  );
}

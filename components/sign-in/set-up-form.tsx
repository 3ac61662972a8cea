"use client";

import { Button, TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { signInWithPassword } from "./auth-client.ts";
import classes from "./entrance.module.css";
import { FailureAlert } from "./failure-alert.tsx";
import { NewcomerFields } from "./newcomer-fields.tsx";
import { useDoorForm } from "./use-door-form.ts";

/** Makes the first admin by the token from the log and goes straight in. */
export function SetUpForm() {
  const t = useTranslations("sign-in");
  const locale = useLocale();
  const { action, isPending, error, fields, wait } = useDoorForm(
    async ({ token = "", email = "", name = "", password = "" }) => {
      await client.member.setUp({ token: token.trim(), email, name, password, locale });
      await signInWithPassword({ email, password });
      return "/";
    },
  );
  return (
    <form action={action} className={classes.form}>
      <FailureAlert error={error} wait={wait} />
      <TextInput
        name="token"
        label={t("setup.token")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={fields.token}
        required
        withAsterisk={false}
      />
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        defaultValue={fields.email}
        required
        withAsterisk={false}
      />
      <NewcomerFields fields={fields} />
      <Button type="submit" size="md" fullWidth loading={isPending} disabled={wait > 0}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}

"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { signInWithPassword } from "./auth-client.ts";
import classes from "./entrance.module.css";
import { FailureAlert } from "./failure-alert.tsx";
import { useDoorForm } from "./use-door-form.ts";

interface SignInFormProps {
  /** Where to go afterwards; proven safe by the server. */
  next: string;
  formRef: RefObject<HTMLFormElement | null>;
}

export function SignInForm({ next, formRef }: SignInFormProps) {
  const t = useTranslations("sign-in");
  const { action, isPending, error, fields, wait } = useDoorForm(async ({ email = "", password = "" }) => {
    await signInWithPassword({ email, password });
    return next;
  });
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== null) password.current?.focus();
  }, [error]);
  return (
    <form ref={formRef} action={action} className={classes.form}>
      <FailureAlert error={error} wait={wait} />
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        defaultValue={fields.email}
        required
        withAsterisk={false}
      />
      <PasswordInput
        ref={password}
        name="password"
        label={t("password")}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        visibilityToggleFocusable
        required
        withAsterisk={false}
      />
      <Button type="submit" size="md" fullWidth loading={isPending} disabled={wait > 0}>
        {t("submit")}
      </Button>
    </form>
  );
}

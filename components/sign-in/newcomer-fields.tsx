"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { PASSWORD_LENGTH } from "#domain/member.ts";

const LONGEST_NAME = 80;

/** What everybody says of themselves who becomes a member. `fields` is what they typed before. */
export function NewcomerFields({ fields }: { fields: Record<string, string> }) {
  const t = useTranslations("sign-in.newcomer");
  const signIn = useTranslations("sign-in");
  return (
    <>
      <TextInput
        name="name"
        label={t("name")}
        description={t("nameHint")}
        autoComplete="name"
        maxLength={LONGEST_NAME}
        defaultValue={fields.name}
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={t("password")}
        description={t("passwordHint", { min: PASSWORD_LENGTH.min })}
        autoComplete="new-password"
        minLength={PASSWORD_LENGTH.min}
        maxLength={PASSWORD_LENGTH.max}
        defaultValue={fields.password}
        visibilityToggleButtonProps={{ "aria-label": signIn("showPassword") }}
        visibilityToggleFocusable
        required
        withAsterisk={false}
      />
    </>
  );
}

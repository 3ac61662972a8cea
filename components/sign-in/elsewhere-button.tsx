"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { beginSignInElsewhere } from "./auth-client.ts";
import classes from "./entrance.module.css";
import { FailureAlert } from "./failure-alert.tsx";

/** The identity provider's id in next-auth; there is one at most. */
const PROVIDER = "oidc";

export function ElsewhereButton({ name, next }: { name: string; next: string }) {
  const t = useTranslations("sign-in");
  const [error, action, isPending] = useActionState(async (): Promise<unknown> => {
    try {
      window.location.assign(await beginSignInElsewhere(PROVIDER, next));
      return await new Promise<never>(() => {});
    } catch (failure) {
      return failure;
    }
  }, null);
  return (
    <form action={action}>
      <p className={classes.or}>{t("or")}</p>
      <FailureAlert error={error} />
      <Button type="submit" variant="default" size="md" fullWidth loading={isPending}>
        {t("sso", { name })}
      </Button>
    </form>
  );
}

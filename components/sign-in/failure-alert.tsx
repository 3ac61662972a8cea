"use client";

import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";

interface FailureAlertProps {
  error: unknown;
  /** Seconds until another try is welcome; 0 where one is welcome now. */
  wait?: number;
}

/** Why a form was refused, said at once. The seconds count down for the eye only: heard each second they would never end. */
export function FailureAlert({ error, wait = 0 }: FailureAlertProps) {
  const t = useTranslations("sign-in");
  const errorMessage = useErrorMessage();
  if (error === null) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
      {errorMessage(error)}
      {wait > 0 ? <div aria-hidden>{t("wait", { seconds: wait })}</div> : null}
    </Alert>
  );
}

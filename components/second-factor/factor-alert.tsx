"use client";

import { Alert } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FailureAlert } from "#components/sign-in/failure-alert.tsx";
import { retryAfterOf } from "#components/sign-in/retry-after.ts";
import { useCountdown } from "#components/sign-in/use-countdown.ts";
import { NoPasskey, PasskeyKnown } from "./passkey-ceremony.ts";
import { ProofDeclined } from "./proof.tsx";

/** Why a second factor was not taken: the server's words, or ours for what only the browser knows. */
export function FactorAlert({ error }: { error: unknown }) {
  const t = useTranslations("second-factor");
  const wait = useCountdown(retryAfterOf(error), error);
  if (error === null || error instanceof ProofDeclined) return null;
  const own =
    error instanceof NoPasskey ? "noPasskey" : error instanceof PasskeyKnown ? "passkeyKnown" : null;
  if (own === null) return <FailureAlert error={error} wait={wait} />;
  return (
    <Alert color="red" variant="light">
      {t(own)}
    </Alert>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { endSession } from "#components/sign-in/auth-client.ts";

/** Ends the session that waits, and leads back to the beginning of signing in. */
export function SomebodyElse() {
  const t = useTranslations("second-factor.step");
  const leave = useMutation({
    mutationFn: endSession,
    onSuccess: () => window.location.assign("/signin"),
  });
  return (
    <Button variant="subtle" color="gray" loading={leave.isPending} onClick={() => leave.mutate()}>
      {t("somebodyElse")}
    </Button>
  );
}

"use client";

import { Button, Stack } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FactorAlert } from "./factor-alert.tsx";
import { signInWithPasskey } from "./passkey-ceremony.ts";

/** Signs in by a passkey alone. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useTranslations("second-factor");
  const enter = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: () => window.location.assign(next),
  });
  return (
    <Stack mt="sm" gap="sm">
      <FactorAlert error={enter.error} />
      <Button
        variant="default"
        size="md"
        fullWidth
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={enter.isPending || enter.isSuccess}
        onClick={() => enter.mutate()}
      >
        {t("signIn")}
      </Button>
    </Stack>
  );
}

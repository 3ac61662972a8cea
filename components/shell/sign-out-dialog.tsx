"use client";

import { Button, Modal, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { SigningOut } from "./use-signing-out.ts";

/** Asks what is to become of work that did not reach the server. The focus starts on staying. */
export function SignOutDialog({ signingOut }: { signingOut: SigningOut }) {
  const t = useTranslations("unsent.signOut");
  const common = useTranslations("common");
  const { unsent, stay, keep, throwAway } = signingOut;
  return (
    <Modal
      opened={unsent !== null}
      onClose={stay}
      title={t("title")}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <Text size="sm">{t("body", { count: unsent ?? 0 })}</Text>
      <Stack gap="xs" mt="lg">
        <Button onClick={stay} data-autofocus>
          {t("stay")}
        </Button>
        <Button variant="default" onClick={keep} aria-describedby="sign-out-keep">
          {t("keepHere")}
        </Button>
        <Text size="xs" c="dimmed" id="sign-out-keep">
          {t("keepHint")}
        </Text>
        <Button variant="subtle" color="red" onClick={throwAway}>
          {t("throwAway")}
        </Button>
      </Stack>
    </Modal>
  );
}

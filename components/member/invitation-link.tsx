"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { CopyField } from "#components/ui/copy-field.tsx";

interface InvitationLinkProps {
  invitation: { email: string; link: string; expiresAt: string };
  onAnother: () => void;
  onClose: () => void;
}

export function InvitationLink({ invitation, onAnother, onClose }: InvitationLinkProps) {
  const t = useTranslations("members.inviting");
  const words = useTranslations("profile");
  const common = useTranslations("common");
  const format = useFormatter();
  const date = format.dateTime(new Date(invitation.expiresAt), { dateStyle: "long", timeStyle: "short" });
  return (
    <Stack>
      <Text size="sm">{t("body", { email: invitation.email })}</Text>
      <CopyField
        label={t("link")}
        value={invitation.link}
        words={{ copy: words("copy"), copied: words("copied") }}
      />
      <Text size="xs" c="dimmed">
        {t("expires", { date })}
      </Text>
      <Group justify="end">
        <Button variant="default" onClick={onAnother}>
          {t("another")}
        </Button>
        <Button onClick={onClose}>{common("close")}</Button>
      </Group>
    </Stack>
  );
}

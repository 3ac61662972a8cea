"use client";

import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslations } from "next-intl";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  body: string;
  /** What the button that does it says. */
  submit: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks before something that others feel at once. The focus starts on the harmless button. */
export function ConfirmDialog({ opened, title, body, submit, busy, onSubmit, onClose }: ConfirmDialogProps) {
  const t = useTranslations("common");
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <Text size="sm">{body}</Text>
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("cancel")}
        </Button>
        <Button onClick={onSubmit} loading={busy}>
          {submit}
        </Button>
      </Group>
    </Modal>
  );
}

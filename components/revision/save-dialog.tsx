"use client";

import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import { savePlan } from "./draft-progress.ts";

interface SaveDialogProps {
  draft: RevisionDraft;
  opened: boolean;
  isBusy: boolean;
  /** Why it could not be saved, in a sentence; null where it was not refused. */
  problem: string | null;
  onSave: () => void;
  onClose: () => void;
}

/** Says in one sentence what saving does to the claims, before it is done. */
export function SaveDialog({ draft, opened, isBusy, problem, onSave, onClose }: SaveDialogProps) {
  const t = useTranslations("versions.save");
  const common = useTranslations("common");
  const plan = savePlan(draft.entries);
  const number = draft.base.number + 1;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("title", { number })}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <Text size="sm">{t("plan", { number, ...plan })}</Text>
      {plan.waiting > 0 && (
        <Text size="sm" mt="sm">
          {t("waiting", { count: plan.waiting })}
        </Text>
      )}
      {plan.reopened > 0 && (
        <Text size="sm" mt="sm">
          {t("reopened", { count: plan.reopened })}
        </Text>
      )}
      {problem && (
        <Text size="sm" mt="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button onClick={onSave} loading={isBusy} data-autofocus>
          {t("submit", { number })}
        </Button>
      </Group>
    </Modal>
  );
}

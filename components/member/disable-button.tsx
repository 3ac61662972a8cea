"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Member } from "#domain/member.ts";
import { useUpdateMember } from "./use-update-member.ts";

/** Closes an account after asking, or opens a closed one. */
export function DisableButton({ member }: { member: Member }) {
  const t = useTranslations("members");
  const [isAsking, asking] = useDisclosure(false);
  const update = useUpdateMember();
  const { id: memberId, name, disabled } = member;
  const disable = () => update.mutate({ memberId, disabled: true }, { onSettled: asking.close });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={disabled ? t("enableOf", { name }) : t("disableOf", { name })}
        loading={disabled && update.isPending}
        onClick={disabled ? () => update.mutate({ memberId, disabled: false }) : asking.open}
      >
        {disabled ? t("enable") : t("disable")}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t("confirm.title", { name })}
        body={t("confirm.body")}
        submit={t("confirm.submit")}
        busy={update.isPending}
        onSubmit={disable}
        onClose={asking.close}
      />
    </>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Member } from "#domain/member.ts";

/** Takes the second factors of a member away who lost them, after asking. */
export function ResetFactorsButton({ member: { id: memberId, name } }: { member: Member }) {
  const t = useTranslations("members.factors");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const reset = useMutation(
    orpc.secondFactor.reset.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t("resetDone", { name }) });
        await queries.invalidateQueries({ queryKey: orpc.member.list.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
      onSettled: asking.close,
    }),
  );
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("resetOf", { name })}
        onClick={asking.open}
      >
        {t("reset")}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t("confirmTitle", { name })}
        body={t("confirmBody")}
        submit={t("confirmSubmit")}
        busy={reset.isPending}
        onSubmit={() => reset.mutate({ memberId })}
        onClose={asking.close}
      />
    </>
  );
}

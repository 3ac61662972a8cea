"use client";

import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { Member } from "#domain/member.ts";

/** Changes a member and says what came of it. */
export function useUpdateMember() {
  const t = useTranslations("members");
  const roles = useTranslations("shell.roles");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const said = ({ name, role, disabled }: Member, changed: { role?: unknown }) => {
    if (changed.role !== undefined) return t("roleChanged", { name, role: roles(role) });
    return disabled ? t("disabledDone", { name }) : t("enabledDone", { name });
  };
  return useMutation(
    orpc.member.update.mutationOptions({
      onSuccess: async (member, changed) => {
        notifications.show({ message: said(member, changed) });
        await queries.invalidateQueries({ queryKey: orpc.member.list.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
    }),
  );
}

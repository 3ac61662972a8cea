"use client";

import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";

/**
 * Something an operator does: `work` does it, `said` tells that it is done. What it changed is shown at once; what can't
 * be done any more says so, and the page is brought up to date as well.
 */
export function useOperate<Input>(work: (input: Input) => Promise<unknown>, said: (input: Input) => string) {
  const t = useTranslations("system");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => work(input),
    onSuccess: (_done, input) => notifications.show({ message: said(input) }),
    onError: (error) =>
      notifications.show({ color: "red", title: t("operateFailed"), message: errorMessage(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.system.key() }),
  });
}

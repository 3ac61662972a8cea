"use client";

import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { ProofDeclined, useProof } from "./proof.tsx";

/** Changes a factor that is listed, and says what came of it. */
export function useChangeFactor(act: () => Promise<unknown>, said: string) {
  const t = useTranslations("second-factor");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const prove = useProof();
  return useMutation({
    mutationFn: () => prove(act),
    onSuccess: async () => {
      notifications.show({ message: said });
      await queries.invalidateQueries({ queryKey: orpc.secondFactor.key() });
    },
    onError: (error) => {
      if (error instanceof ProofDeclined) return;
      notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) });
    },
  });
}

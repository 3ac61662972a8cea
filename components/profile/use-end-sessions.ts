"use client";

import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";

/** Ends other sessions of the member, one or all, and says so. */
export function useEndSessions() {
  const t = useTranslations("profile");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const reload = () => queries.invalidateQueries({ queryKey: orpc.session.list.key() });
  const done = async (message: string) => {
    notifications.show({ message });
    await reload();
  };
  const onError = async (error: unknown) => {
    // It ended by itself meanwhile: what was asked for is so.
    if (codeOf(error) === "NOT_FOUND") return done(t("sessions.ended", { count: 1 }));
    notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) });
  };
  const end = useMutation(
    orpc.session.end.mutationOptions({ onSuccess: () => done(t("sessions.ended", { count: 1 })), onError }),
  );
  const endOthers = useMutation(
    orpc.session.endAll.mutationOptions({
      onSuccess: ({ ended }) => done(t("sessions.ended", { count: ended })),
      onError,
    }),
  );
  return { end, endOthers };
}

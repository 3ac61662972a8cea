"use client";

import { Checkbox } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationSettings,
  type NotificationWays,
} from "#domain/notification.ts";
import classes from "./profile.module.css";

const WAYS = ["inApp", "byMail"] as const satisfies readonly (keyof NotificationWays)[];

/** What a member wants to hear of, and where; changed as soon as it is chosen. */
export function NotificationChoices() {
  const t = useTranslations("profile.notifications");
  const settings = useQuery(orpc.notification.settings.queryOptions());
  const put = usePut();
  if (settings.isPending) return <Busy label={t("loading")} />;
  if (settings.error && !settings.data) {
    return (
      <FailureNotice title={t("failed")} error={settings.error} onRetry={() => void settings.refetch()} />
    );
  }
  const { kinds, mailConfigured } = settings.data;
  const change = (kind: NotificationKind, way: keyof NotificationWays, isWanted: boolean) =>
    put.mutate({ kinds: { ...kinds, [kind]: { ...kinds[kind], [way]: isWanted } } });
  return (
    <>
      <table className={classes.choices}>
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            {WAYS.map((way) => (
              <th key={way} scope="col">
                {t(`ways.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NOTIFICATION_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {t(`kinds.${kind}.name`)}
                <span>{t(`kinds.${kind}.hint`)}</span>
              </th>
              {WAYS.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={t("choice", { kind: t(`kinds.${kind}.name`), way: t(`ways.${way}`) })}
                    checked={kinds[kind][way]}
                    disabled={way === "byMail" && !mailConfigured}
                    onChange={(event) => change(kind, way, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{t(mailConfigured ? "digest" : "noMail")}</p>
    </>
  );
}

/** Shown at once; what the server refuses is taken back with a word. */
function usePut() {
  const t = useTranslations("profile");
  const announce = useAnnounce();
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const queryKey = orpc.notification.settings.queryKey();
  const show = (kinds: NotificationSettings) =>
    queries.setQueryData(queryKey, (before) => before && { ...before, kinds });
  return useMutation(
    orpc.notification.putSettings.mutationOptions({
      onMutate: ({ kinds }) => {
        const before = queries.getQueryData(queryKey)?.kinds;
        show(kinds);
        return before;
      },
      onSuccess: () => announce(t("notifications.saved")),
      onError: (error, _input, before) => {
        if (before) show(before);
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) });
      },
    }),
  );
}

"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { AccessToken } from "#domain/member.ts";
import classes from "./profile.module.css";

export function TokenRow({ token }: { token: AccessToken }) {
  const t = useTranslations("profile.tokens");
  const format = useFormatter();
  const [isAsking, asking] = useDisclosure(false);
  const revoke = useRevoke(token.name);
  const { id: tokenId, name, lastUsedAt } = token;
  return (
    <li className={classes.token}>
      <div>
        <div className={classes.tokenName}>{name}</div>
        <div className={classes.tokenDetail}>
          {t("created", { date: format.dateTime(new Date(token.createdAt), { dateStyle: "medium" }) })}
          {" ・ "}
          {lastUsedAt ? t.rich("used", { when: () => <RelativeTime at={lastUsedAt} /> }) : t("neverUsed")}
        </div>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("revokeOf", { name })}
        onClick={asking.open}
      >
        {t("revoke")}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t("confirmTitle", { name })}
        body={t("confirmBody")}
        submit={t("revoke")}
        busy={revoke.isPending}
        onSubmit={() => revoke.mutate({ tokenId }, { onSettled: asking.close })}
        onClose={asking.close}
      />
    </li>
  );
}

function useRevoke(name: string) {
  const t = useTranslations("profile");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  return useMutation(
    orpc.profile.revokeToken.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t("tokens.revoked", { name }) });
        await queries.invalidateQueries({ queryKey: orpc.profile.tokens.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
    }),
  );
}

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
import type { AccessToken } from "#domain/access-token.ts";
import classes from "./profile.module.css";

export function TokenRow({ token }: { token: AccessToken }) {
  const t = useTranslations("profile.tokens");
  const { name, lastUsedAt, ended } = token;
  return (
    <li className={classes.token} data-ended={ended !== null || undefined}>
      <div>
        <div className={classes.tokenName}>{name}</div>
        <TokenLife token={token} />
        <div className={classes.tokenDetail}>
          {lastUsedAt ? t.rich("used", { when: () => <RelativeTime at={lastUsedAt} /> }) : t("neverUsed")}
        </div>
      </div>
      {ended ? <Removal token={token} /> : <Revocation token={token} />}
    </li>
  );
}

/** What it may do, and from when to when; or why it works no more. */
function TokenLife({ token }: { token: AccessToken }) {
  const t = useTranslations("profile.tokens");
  const format = useFormatter();
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium" });
  const until = { date: day(token.expiresAt) };
  return (
    <>
      <div className={classes.tokenDetail}>
        <span>{t(`scopes.${token.scope}`)}</span>
        {" ・ "}
        <span>{t("created", { date: day(token.createdAt) })}</span>
      </div>
      <div className={token.ended ? classes.tokenEnd : classes.tokenDetail}>
        {token.ended ? t(`ended.${token.ended}`, until) : t("until", until)}
      </div>
    </>
  );
}

/** Scripts may stand on it: asks first. */
function Revocation({ token: { id: tokenId, name } }: { token: AccessToken }) {
  const t = useTranslations("profile.tokens");
  const [isAsking, asking] = useDisclosure(false);
  const revoke = useRevoke(t("revoked", { name }));
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.tokenAct}
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
    </>
  );
}

/** Nothing stands on what works no more. */
function Removal({ token: { id: tokenId, name } }: { token: AccessToken }) {
  const t = useTranslations("profile.tokens");
  const revoke = useRevoke(t("removed", { name }));
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={classes.tokenAct}
      aria-label={t("removeOf", { name })}
      loading={revoke.isPending}
      onClick={() => revoke.mutate({ tokenId })}
    >
      {t("remove")}
    </Button>
  );
}

function useRevoke(message: string) {
  const t = useTranslations("profile");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  return useMutation(
    orpc.profile.revokeToken.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message });
        await queries.invalidateQueries({ queryKey: orpc.profile.tokens.key() });
      },
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
    }),
  );
}

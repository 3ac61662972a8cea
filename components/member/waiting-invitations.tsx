"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import type { Invitation } from "#domain/member.ts";
import classes from "./members.module.css";

/** Invitations that can still be used; `first` is what the server knew when the page was made. */
export function WaitingInvitations({ first }: { first: Invitation[] }) {
  const t = useTranslations("members.waiting");
  const query = useQuery(orpc.member.invitations.queryOptions({ initialData: { items: first } }));
  return (
    <section className={classes.section} aria-labelledby="waiting-invitations">
      <h2 id="waiting-invitations" className={classes.heading}>
        {t("title")}
      </h2>
      {query.error ? (
        <FailureNotice title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data.items.length === 0 ? (
        <p className={classes.empty}>{t("empty")}</p>
      ) : (
        <ul className={classes.sheet}>
          {query.data.items.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("members.waiting");
  const roles = useTranslations("shell.roles");
  const format = useFormatter();
  const revoke = useRevoke(invitation.email);
  const date = format.dateTime(new Date(invitation.expiresAt), { dateStyle: "medium" });
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <span className={classes.name}>{invitation.email}</span>
        <span className={classes.detail}>{t("by", { name: invitation.invitedBy.name, date })}</span>
      </div>
      <span className={classes.role}>{roles(invitation.role)}</span>
      <span className={classes.action}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t("revokeOf", { email: invitation.email })}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ invitationId: invitation.id })}
        >
          {t("revoke")}
        </Button>
      </span>
    </li>
  );
}

function useRevoke(email: string) {
  const t = useTranslations("members");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  return useMutation(
    orpc.member.revokeInvitation.mutationOptions({
      onSuccess: () => notifications.show({ message: t("waiting.revoked", { email }) }),
      onError: (error) =>
        notifications.show({ color: "red", title: t("changeFailed"), message: errorMessage(error) }),
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.member.invitations.key() }),
    }),
  );
}

"use client";

import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { useSignOut } from "#components/shell/sign-out.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import type { Session } from "#domain/session.ts";
import classes from "./profile.module.css";
import { SessionRow } from "./session-row.tsx";
import { useEndSessions } from "./use-end-sessions.ts";

/** Where the member is signed in; `first` is what the server knew when the page was made. */
export function Sessions({ first }: { first: Session[] }) {
  const t = useTranslations("profile.sessions");
  const query = useQuery(orpc.session.list.queryOptions({ initialData: { items: first } }));
  const signOut = useSignOut();
  const [asked, asking] = useDisclosure(false);
  const [askedAll, askingAll] = useDisclosure(false);
  const { endOthers } = useEndSessions();
  const { items } = query.data;
  const others = items.filter(({ isCurrent }) => !isCurrent).length;
  const endTheOthers = (then: () => void) =>
    endOthers.mutate(
      { which: "others" },
      {
        onSuccess: then,
        onSettled: () => {
          asking.close();
          askingAll.close();
        },
      },
    );
  return (
    <>
      {query.error ? (
        <FailureNotice title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      <ul className={classes.sessions} aria-label={t("title")}>
        {items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others > 0 && (
        <Group mt="md" gap="xs">
          <Button variant="default" size="compact-md" onClick={asking.open}>
            {t("endOthers")}
          </Button>
          <Button variant="subtle" color="gray" size="compact-md" onClick={askingAll.open}>
            {t("endAll")}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asked}
        title={t("confirmOthersTitle")}
        body={t("confirmBody")}
        submit={t("end")}
        busy={endOthers.isPending}
        onSubmit={() => endTheOthers(() => {})}
        onClose={asking.close}
      />
      <ConfirmDialog
        opened={askedAll}
        title={t("confirmAllTitle")}
        body={t("confirmBody")}
        submit={t("end")}
        busy={endOthers.isPending}
        onSubmit={() => endTheOthers(signOut)}
        onClose={askingAll.close}
      />
    </>
  );
}

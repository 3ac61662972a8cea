"use client";

import { Badge, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useFormatter, useTranslations } from "next-intl";
import { useSignOut } from "#components/shell/sign-out.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Session } from "#domain/session.ts";
import classes from "./profile.module.css";
import { useEndSessions } from "./use-end-sessions.ts";
import { useSessionName } from "./use-session-name.ts";

/** One sign-in. This browser's own ends as by the menu, which asks about work that did not arrive. */
export function SessionRow({ session }: { session: Session }) {
  const t = useTranslations("profile.sessions");
  const format = useFormatter();
  const name = useSessionName()(session);
  const signOut = useSignOut();
  const [isAsking, asking] = useDisclosure(false);
  const { end } = useEndSessions();
  const { id: sessionId, isCurrent, lastUsedAt } = session;
  const detailId = `session-${sessionId}`;
  const date = format.dateTime(new Date(session.createdAt), { dateStyle: "medium" });
  return (
    <li className={classes.token}>
      <div>
        <div className={classes.sessionName}>
          {name}
          {isCurrent && (
            <Badge variant="outline" color="gray" size="sm" tt="none">
              {t("here")}
            </Badge>
          )}
        </div>
        <div className={classes.sessionDetail} id={detailId}>
          <span>{t("since", { date })}</span>{" "}
          <span>
            {isCurrent ? t("now") : t.rich("used", { when: () => <RelativeTime at={lastUsedAt} /> })}
          </span>
        </div>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("endOf", { name })}
        aria-describedby={detailId}
        onClick={isCurrent ? signOut : asking.open}
      >
        {t("end")}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t("confirmTitle", { name })}
        body={t("confirmBody")}
        submit={t("end")}
        busy={end.isPending}
        onSubmit={() => end.mutate({ sessionId }, { onSettled: asking.close })}
        onClose={asking.close}
      />
    </li>
  );
}

"use client";

import { Badge } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDesk } from "#components/shell/desk-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Member } from "#domain/member.ts";
import { DisableButton } from "./disable-button.tsx";
import classes from "./members.module.css";
import { ResetFactorsButton } from "./reset-factors-button.tsx";
import { RoleSelect } from "./role-select.tsx";

export function MemberRow({ member }: { member: Member }) {
  const t = useTranslations("members");
  const { member: me } = useDesk();
  const isMe = member.id === me.id;
  return (
    <li className={classes.row} data-disabled={member.disabled || undefined}>
      <div className={classes.who}>
        <span className={classes.name}>
          {member.name}
          {isMe ? <span className={classes.you}>{t("you")}</span> : null}
          {member.disabled ? (
            <Badge variant="outline" color="gray" size="sm" tt="none">
              {t("disabled")}
            </Badge>
          ) : null}
        </span>
        <span className={classes.detail}>{member.email}</span>
        <span className={classes.detail}>
          <Seen at={member.lastSeenAt} />
        </span>
      </div>
      <RoleSelect member={member} locked={isMe} />
      {isMe ? (
        <span className={classes.action} />
      ) : (
        <span className={classes.action}>
          {member.secondFactor ? <ResetFactorsButton member={member} /> : null}
          <DisableButton member={member} />
        </span>
      )}
    </li>
  );
}

function Seen({ at }: { at: string | null }) {
  const t = useTranslations("members");
  return at === null ? t("neverSeen") : t.rich("seen", { when: () => <RelativeTime at={at} /> });
}

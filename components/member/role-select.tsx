"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Member, ROLES, roleSchema } from "#domain/member.ts";
import classes from "./members.module.css";
import { useUpdateMember } from "./use-update-member.ts";

/** Changes a role as soon as another is chosen; while the server has not agreed, and if it does not, the old one stands. */
export function RoleSelect({ member, locked }: { member: Member; locked: boolean }) {
  const t = useTranslations("members");
  const roles = useTranslations("shell.roles");
  const update = useUpdateMember();
  const choose = (value: string) => update.mutate({ memberId: member.id, role: roleSchema.parse(value) });
  return (
    <NativeSelect
      className={classes.role}
      size="sm"
      aria-label={t("role", { name: member.name })}
      title={locked ? t("ownRole") : undefined}
      data={ROLES.map((role) => ({ value: role, label: roles(role) }))}
      value={update.isPending ? (update.variables.role ?? member.role) : member.role}
      disabled={locked || update.isPending}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { Member } from "#domain/member.ts";
import classes from "./profile.module.css";

const LONGEST_NAME = 80;

export function AccountForm({ member }: { member: Member }) {
  const t = useTranslations("profile");
  const roles = useTranslations("shell.roles");
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const [name, setName] = useState(member.name);
  const update = useMutation(
    orpc.profile.update.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t("account.saved") });
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ name });
  };
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t("account.email")}</dt>
        <dd>{member.email}</dd>
        <dt>{t("account.role")}</dt>
        <dd>{roles(member.role)}</dd>
      </dl>
      <form onSubmit={submit} className={classes.inline}>
        <TextInput
          label={t("account.name")}
          description={t("account.nameHint")}
          autoComplete="name"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={update.error ? errorMessage(update.error) : undefined}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={update.isPending} disabled={name.trim() === member.name}>
          {t("save")}
        </Button>
      </form>
    </>
  );
}

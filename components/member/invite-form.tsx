"use client";

import { Alert, Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { ROLES, type Role, roleSchema } from "#domain/member.ts";

interface InviteFormProps {
  error: unknown;
  busy: boolean;
  onInvite: (wanted: { email: string; role: Role }) => void;
}

export function InviteForm({ error, busy, onInvite }: InviteFormProps) {
  const t = useTranslations("members");
  const errorMessage = useErrorMessage();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onInvite({ email, role });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {error ? (
          <Alert color="red" variant="light">
            {errorMessage(error)}
          </Alert>
        ) : null}
        <TextInput
          type="email"
          label={t("inviting.email")}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <RoleChoice value={role} onChange={setRole} />
        <Group justify="end">
          <Button type="submit" loading={busy}>
            {t("inviting.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useTranslations("members");
  const roles = useTranslations("shell.roles");
  return (
    <Radio.Group
      label={t("inviting.role")}
      value={value}
      onChange={(chosen) => onChange(roleSchema.parse(chosen))}
    >
      <Stack gap="xs" mt="xs">
        {ROLES.map((role) => (
          <Radio key={role} value={role} label={roles(role)} description={t(`roles.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

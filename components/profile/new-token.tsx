"use client";

import { Alert, Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { CopyField } from "#components/ui/copy-field.tsx";
import {
  TOKEN_DAYS,
  TOKEN_SCOPES,
  type TokenScope,
  tokenExpiry,
  tokenScopeSchema,
} from "#domain/access-token.ts";

const LONGEST_NAME = 80;
const CHOICES = [7, 30, TOKEN_DAYS.default, TOKEN_DAYS.max];
const FIRST = { name: "", scope: TOKEN_SCOPES[0] as TokenScope, days: TOKEN_DAYS.default as number };

/** Makes a token and shows it, once: another one, or another page, takes it away. */
export function NewToken() {
  const t = useTranslations("profile.tokens");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(FIRST);
  const create = useMutation(
    orpc.profile.createToken.mutationOptions({
      onSuccess: () => {
        setDraft(FIRST);
        return queries.invalidateQueries({ queryKey: orpc.profile.tokens.key() });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(draft);
  };
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t("name")}
            placeholder={t("namePlaceholder")}
            maxLength={LONGEST_NAME}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            error={create.error ? errorMessage(create.error) : undefined}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <ScopeChoice scope={draft.scope} onChange={(scope) => setDraft({ ...draft, scope })} />
          <DaysChoice days={draft.days} onChange={(days) => setDraft({ ...draft, days })} />
          <Group>
            <Button type="submit" loading={create.isPending}>
              {t("create")}
            </Button>
          </Group>
        </Stack>
      </form>
      {create.data ? <Secret secret={create.data.secret} /> : null}
    </>
  );
}

function ScopeChoice({ scope, onChange }: { scope: TokenScope; onChange: (scope: TokenScope) => void }) {
  const t = useTranslations("profile.tokens");
  return (
    <Radio.Group
      label={t("scope")}
      value={scope}
      onChange={(value) => onChange(tokenScopeSchema.parse(value))}
    >
      <Stack gap="xs" mt="xs">
        {TOKEN_SCOPES.map((each) => (
          <Radio key={each} value={each} label={t(`scopes.${each}`)} description={t(`scopeHints.${each}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function DaysChoice({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const t = useTranslations("profile.tokens");
  const format = useFormatter();
  const last = tokenExpiry(useNow(), days, null);
  return (
    <NativeSelect
      label={t("days")}
      description={t("worksUntil", { date: format.dateTime(last, { dateStyle: "medium" }) })}
      value={days}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={CHOICES.map((each) => ({ value: String(each), label: t("dayCount", { days: each }) }))}
    />
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("profile");
  return (
    <Alert mt="md" variant="light" color="gray" title={t("tokens.createdTitle")}>
      <Stack gap="xs">
        <Text size="sm">{t("tokens.createdBody")}</Text>
        <CopyField
          label={t("tokens.secret")}
          value={secret}
          words={{ copy: t("copy"), copied: t("copied") }}
        />
      </Stack>
    </Alert>
  );
}

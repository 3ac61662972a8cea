"use client";

import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { CopyField } from "#components/ui/copy-field.tsx";
import classes from "./profile.module.css";

const LONGEST_NAME = 80;

/** Makes a token and shows it, once: another one, or another page, takes it away. */
export function NewToken() {
  const t = useTranslations("profile.tokens");
  const errorMessage = useErrorMessage();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const create = useMutation(
    orpc.profile.createToken.mutationOptions({
      onSuccess: () => {
        setName("");
        return queries.invalidateQueries({ queryKey: orpc.profile.tokens.key() });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name });
  };
  return (
    <>
      <form onSubmit={submit} className={classes.inline}>
        <TextInput
          label={t("name")}
          placeholder={t("namePlaceholder")}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={create.error ? errorMessage(create.error) : undefined}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={create.isPending}>
          {t("create")}
        </Button>
      </form>
      {create.data ? <Secret secret={create.data.secret} /> : null}
    </>
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

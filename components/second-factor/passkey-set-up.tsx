"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { client } from "#components/api/client.ts";
import { FactorAlert } from "./factor-alert.tsx";
import { makePasskey } from "./passkey-ceremony.ts";
import { useProof } from "./proof.tsx";

const LONGEST_NAME = 60;

interface PasskeySetUpProps {
  /** Recovery codes to be shown now; null where the person has some. */
  onDone: (recoveryCodes: string[] | null) => void;
  onCancel: () => void;
}

/** A passkey under a name that its owner will know it by. */
export function PasskeySetUp({ onDone, onCancel }: PasskeySetUpProps) {
  const t = useTranslations("second-factor.passkey");
  const common = useTranslations("common");
  const prove = useProof();
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: async () => {
      const answer = await prove(makePasskey);
      return client.secondFactor.addPasskey({ name, answer });
    },
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <FactorAlert error={add.error} />
        <Text size="sm">{t("explain")}</Text>
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          autoComplete="off"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          required
          withAsterisk={false}
        />
        <Group>
          <Button type="submit" loading={add.isPending}>
            {t("add")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { CodeField } from "./code-field.tsx";
import { FactorAlert } from "./factor-alert.tsx";
import { useProof } from "./proof.tsx";
import { QrCode } from "./qr-code.tsx";
import classes from "./second-factor.module.css";

interface TotpSetUpProps {
  /** Recovery codes to be shown now; null where the person has some. */
  onDone: (recoveryCodes: string[] | null) => void;
  onCancel: () => void;
}

/** An authenticator app, from its QR code to its first code. */
export function TotpSetUp({ onDone, onCancel }: TotpSetUpProps) {
  const t = useTranslations("second-factor.totp");
  const common = useTranslations("common");
  const prove = useProof();
  const [code, setCode] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const begin = useMutation({ mutationFn: () => prove(() => client.secondFactor.beginTotp()) });
  const confirm = useMutation({
    mutationFn: () => prove(() => client.secondFactor.confirmTotp({ code })),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
    onError: () => input.current?.select(),
  });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <FactorAlert error={begin.error ?? confirm.error} />
        {begin.data ? (
          <>
            <Text size="sm">{t("scan")}</Text>
            <QrCode text={begin.data.uri} label={t("qr")} />
            <Text size="sm" c="dimmed">
              {t("type")}
              <br />
              <code className={classes.secret}>{begin.data.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
            </Text>
            <CodeField
              label={t("code")}
              hint={t("codeHint")}
              value={code}
              onChange={setCode}
              inputRef={input}
            />
          </>
        ) : null}
        <Group>
          <Button type="submit" loading={begin.isPending || confirm.isPending} disabled={!begin.data}>
            {t("confirm")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {common("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

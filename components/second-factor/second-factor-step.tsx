"use client";

import { Button, Stack } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { retryAfterOf } from "#components/sign-in/retry-after.ts";
import { useCountdown } from "#components/sign-in/use-countdown.ts";
import { CodeField } from "./code-field.tsx";
import { FactorAlert } from "./factor-alert.tsx";
import { showPasskey } from "./passkey-ceremony.ts";
import classes from "./second-factor.module.css";
import { SomebodyElse } from "./somebody-else.tsx";

interface SecondFactorStepProps {
  next: string;
  hasTotp: boolean;
  hasPasskey: boolean;
}

/** After the password: a passkey, a code of the app, or a recovery code. */
export function SecondFactorStep({ next, hasTotp, hasPasskey }: SecondFactorStepProps) {
  const t = useTranslations("second-factor.step");
  const [kind, setKind] = useState<"totp" | "recoveryCode">(hasTotp ? "totp" : "recoveryCode");
  const [isTyping, setTyping] = useState(hasTotp);
  const [code, setCode] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const goOn = () => window.location.assign(next);
  const passkey = useMutation({ mutationFn: showPasskey, onSuccess: goOn });
  const typed = useMutation({
    mutationFn: () => client.secondFactor.show({ kind, code }),
    onSuccess: goOn,
    onError: () => input.current?.select(),
  });
  const error = typed.error ?? passkey.error;
  const wait = useCountdown(retryAfterOf(error), error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    passkey.reset();
    typed.mutate();
  };
  const change = (to: typeof kind) => {
    setKind(to);
    setTyping(true);
    setCode("");
    typed.reset();
  };
  return (
    <Stack>
      <FactorAlert error={error} />
      {hasPasskey ? (
        <Button
          size="md"
          fullWidth
          variant={hasTotp ? "default" : "filled"}
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={passkey.isPending}
          disabled={wait > 0}
          onClick={() => {
            typed.reset();
            passkey.mutate();
          }}
        >
          {t("passkey")}
        </Button>
      ) : null}
      {isTyping ? (
        <form onSubmit={submit}>
          <Stack>
            <CodeField
              key={kind}
              label={t(kind)}
              hint={t(`${kind}Hint`)}
              letters={kind === "recoveryCode"}
              value={code}
              onChange={setCode}
              inputRef={input}
            />
            <Button
              type="submit"
              size="md"
              fullWidth
              loading={typed.isPending || typed.isSuccess}
              disabled={wait > 0}
            >
              {t("submit")}
            </Button>
          </Stack>
        </form>
      ) : null}
      <div className={classes.ways}>
        {kind === "recoveryCode" && isTyping ? (
          hasTotp ? (
            <Button variant="subtle" onClick={() => change("totp")}>
              {t("useTotp")}
            </Button>
          ) : null
        ) : (
          <Button variant="subtle" onClick={() => change("recoveryCode")}>
            {t("useRecoveryCode")}
          </Button>
        )}
        <SomebodyElse />
      </div>
    </Stack>
  );
}

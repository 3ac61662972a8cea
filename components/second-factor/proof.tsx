"use client";

import { Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { createContext, type FormEvent, type ReactNode, use, useCallback, useState } from "react";
import { client } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { FailureAlert } from "#components/sign-in/failure-alert.tsx";
import { retryAfterOf } from "#components/sign-in/retry-after.ts";
import { useCountdown } from "#components/sign-in/use-countdown.ts";

/** The person would not say the password again; nothing was done. */
export class ProofDeclined extends Error {
  override name = "ProofDeclined";
}

type Prove = <Result>(act: () => Promise<Result>) => Promise<Result>;

const ProofContext = createContext<Prove | null>(null);

/** Does something that needs a fresh proof of who asks: where the server wants one, the password is asked for first. */
export function useProof(): Prove {
  const prove = use(ProofContext);
  if (!prove) throw new Error("useProof stands inside a ProofProvider");
  return prove;
}

interface Asking {
  given: () => void;
  declined: () => void;
}

export function ProofProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const prove = useCallback<Prove>(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (codeOf(error) !== "PROOF_NEEDED") throw error;
      const proof = new Promise<void>((given, decline) => {
        setAsking({ given, declined: () => decline(new ProofDeclined()) });
      });
      await proof.finally(() => setAsking(null));
      return await act();
    }
  }, []);
  return (
    <ProofContext value={prove}>
      {children}
      {asking ? <ProofDialog asking={asking} /> : null}
    </ProofContext>
  );
}

function ProofDialog({ asking }: { asking: Asking }) {
  const t = useTranslations("second-factor.proof");
  const common = useTranslations("common");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const wait = useCountdown(retryAfterOf(error), error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await client.secondFactor.proveByPassword({ password });
      asking.given();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={asking.declined}
      title={t("title")}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t("body")}</Text>
          <FailureAlert error={error} wait={wait} />
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": t("show") }}
            visibilityToggleFocusable
            data-autofocus
            required
            withAsterisk={false}
          />
          <Group justify="end">
            <Button variant="default" onClick={asking.declined}>
              {common("cancel")}
            </Button>
            <Button type="submit" loading={isBusy} disabled={wait > 0}>
              {t("submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

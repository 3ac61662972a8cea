"use client";

import { Alert, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { client, orpc } from "#components/api/client.ts";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { type SecondFactors as Factors, hasSecondFactor } from "#domain/second-factor.ts";
import { FactorAlert } from "./factor-alert.tsx";
import { PasskeyRow } from "./passkey-row.tsx";
import { PasskeySetUp } from "./passkey-set-up.tsx";
import { ProofProvider, useProof } from "./proof.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import classes from "./second-factor.module.css";
import { TotpRow } from "./totp-row.tsx";
import { TotpSetUp } from "./totp-set-up.tsx";

/** The member's own second factors; `first` is what the server knew when the page was made. */
export function SecondFactors({ first }: { first: Factors }) {
  return (
    <ProofProvider>
      <Matters first={first} />
    </ProofProvider>
  );
}

function Matters({ first }: { first: Factors }) {
  const t = useTranslations("second-factor");
  const queries = useQueryClient();
  const query = useQuery(orpc.secondFactor.get.queryOptions({ initialData: first }));
  const [adding, setAdding] = useState<"totp" | "passkey" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const factors = query.data;
  if (!factors.available) return <p className={classes.detail}>{t("elsewhere")}</p>;
  const done = async (recoveryCodes: string[] | null) => {
    notifications.show({ message: t("added") });
    setAdding(null);
    setCodes(recoveryCodes);
    await queries.invalidateQueries({ queryKey: orpc.secondFactor.key() });
  };
  const stop = () => setAdding(null);
  return (
    <>
      {factors.required ? <p className={classes.detail}>{t("required")}</p> : null}
      {query.error ? (
        <FailureNotice title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(null)} /> : null}
      <section className={classes.matter} aria-labelledby="passkeys">
        <h3 id="passkeys" className={classes.matterTitle}>
          {t("passkey.title")}
        </h3>
        <p className={classes.detail}>{t("passkey.explain")}</p>
        {factors.passkeys.length > 0 ? (
          <ul className={classes.factors} aria-labelledby="passkeys">
            {factors.passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        ) : null}
        {adding === "passkey" ? (
          <PasskeySetUp onDone={done} onCancel={stop} />
        ) : (
          <Button variant="default" onClick={() => setAdding("passkey")}>
            {t("passkey.begin")}
          </Button>
        )}
      </section>
      <section className={classes.matter} aria-labelledby="totp">
        <h3 id="totp" className={classes.matterTitle}>
          {t("totp.title")}
        </h3>
        <p className={classes.detail}>{t("totp.explain")}</p>
        {factors.totp ? <TotpRow totp={factors.totp} /> : null}
        {adding === "totp" ? (
          <TotpSetUp onDone={done} onCancel={stop} />
        ) : (
          <Button variant="default" onClick={() => setAdding("totp")}>
            {factors.totp ? t("totp.replace") : t("totp.begin")}
          </Button>
        )}
      </section>
      {hasSecondFactor(factors) ? (
        <Recovery left={factors.recoveryCodes?.left ?? 0} onRenewed={setCodes} />
      ) : null}
    </>
  );
}

function Recovery({ left, onRenewed }: { left: number; onRenewed: (codes: string[]) => void }) {
  const t = useTranslations("second-factor.recovery");
  const queries = useQueryClient();
  const prove = useProof();
  const renew = useMutation({
    mutationFn: () => prove(() => client.secondFactor.renewRecoveryCodes()),
    onSuccess: async ({ recoveryCodes }) => {
      onRenewed(recoveryCodes);
      await queries.invalidateQueries({ queryKey: orpc.secondFactor.key() });
    },
  });
  return (
    <section className={classes.matter} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" className={classes.matterTitle}>
        {t("heading")}
      </h3>
      <p className={classes.detail}>{t("left", { count: left })}</p>
      <FactorAlert error={renew.error} />
      {left <= 2 ? (
        <Alert variant="light" color="yellow" mb="sm">
          {t("few")}
        </Alert>
      ) : null}
      <Group>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t("renew")}
        </Button>
      </Group>
    </section>
  );
}

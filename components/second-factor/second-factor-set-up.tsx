"use client";

import { Button, Stack } from "@mantine/core";
import { IconDeviceMobile, IconFingerprint } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasskeySetUp } from "./passkey-set-up.tsx";
import { ProofProvider } from "./proof.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import classes from "./second-factor.module.css";
import { SomebodyElse } from "./somebody-else.tsx";
import { TotpSetUp } from "./totp-set-up.tsx";

/** At sign-in, for whoever must have a second factor and has none. The way on is past its recovery codes. */
export function SecondFactorSetUp({ next }: { next: string }) {
  const t = useTranslations("second-factor.setUp");
  const [way, setWay] = useState<"totp" | "passkey" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const goOn = () => window.location.assign(next);
  const done = (recoveryCodes: string[] | null) => (recoveryCodes ? setCodes(recoveryCodes) : goOn());
  if (codes) return <RecoveryCodes codes={codes} onKept={goOn} />;
  return (
    <ProofProvider>
      {way === "totp" ? <TotpSetUp onDone={done} onCancel={() => setWay(null)} /> : null}
      {way === "passkey" ? <PasskeySetUp onDone={done} onCancel={() => setWay(null)} /> : null}
      {way === null ? (
        <Stack gap="xs">
          <Button
            size="md"
            leftSection={<IconFingerprint size={20} aria-hidden />}
            onClick={() => setWay("passkey")}
          >
            {t("passkey")}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconDeviceMobile size={20} aria-hidden />}
            onClick={() => setWay("totp")}
          >
            {t("totp")}
          </Button>
          <div className={classes.ways}>
            <SomebodyElse />
          </div>
        </Stack>
      ) : null}
    </ProofProvider>
  );
}

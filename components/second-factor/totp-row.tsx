"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useFormatter, useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SecondFactors } from "#domain/second-factor.ts";
import classes from "./second-factor.module.css";
import { useChangeFactor } from "./use-change-factor.ts";

export function TotpRow({ totp }: { totp: NonNullable<SecondFactors["totp"]> }) {
  const t = useTranslations("second-factor");
  const format = useFormatter();
  const [isAsking, asking] = useDisclosure(false);
  const remove = useChangeFactor(() => client.secondFactor.removeTotp(), t("removed"));
  const { createdAt, lastUsedAt } = totp;
  return (
    <ul className={classes.factors} aria-labelledby="totp">
      <li className={classes.factor}>
        <div>
          <div className={classes.factorName}>{t("totp.title")}</div>
          <div className={classes.factorDetail}>
            {t("created", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) })}
            {" ・ "}
            {lastUsedAt ? t.rich("used", { when: () => <RelativeTime at={lastUsedAt} /> }) : t("neverUsed")}
          </div>
        </div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t("totp.remove")}
          onClick={asking.open}
        >
          {t("remove")}
        </Button>
      </li>
      <ConfirmDialog
        opened={isAsking}
        title={t("totp.confirmTitle")}
        body={t("confirmBody")}
        submit={t("remove")}
        busy={remove.isPending}
        onSubmit={() => {
          asking.close();
          remove.mutate();
        }}
        onClose={asking.close}
      />
    </ul>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { client } from "#components/api/client.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FailedMail } from "#domain/system.ts";
import { Section } from "./section.tsx";
import classes from "./system.module.css";
import { useOperate } from "./use-operate.ts";

/** Codes of the mail library and of the network that mean the mail server itself. */
const CONNECTION = /^(?:ECONN|ETIMEDOUT|ESOCKET|EDNS|ENOTFOUND|ETLS|EHOST|EAI_)/;

/** Members to whom the last mail could not be sent. */
export function FailedMails({ mails }: { mails: readonly FailedMail[] }) {
  const t = useTranslations("system.mails");
  return (
    <Section title={t("title")}>
      {mails.length === 0 ? (
        <p className={classes.empty}>{t("empty")}</p>
      ) : (
        <ul className={classes.sheet}>
          {mails.map((mail) => (
            <MailRow key={mail.member.id} mail={mail} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function MailRow({ mail: { member, code, failures, since, nextAt } }: { mail: FailedMail }) {
  const t = useTranslations("system.mails");
  const format = useFormatter();
  const { name } = member;
  const retry = useOperate(client.system.retryMail, () => t("retried", { name }));
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.name}>{t("to", { name })}</span>
        <span className={classes.detail}>
          {t.rich("failures", { count: failures, when: () => <RelativeTime at={since} /> })}
          {nextAt === null
            ? null
            : ` ・ ${t("next", { date: format.dateTime(new Date(nextAt), { dateStyle: "medium", timeStyle: "short" }) })}`}
        </span>
        <span className={classes.failure}>
          {t(`reasons.${reasonOf(code)}`)} <code>{code}</code>
        </span>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("retryOf", { name })}
        loading={retry.isPending}
        onClick={() => retry.mutate({ memberId: member.id })}
      >
        {t("retry")}
      </Button>
    </li>
  );
}

function reasonOf(code: string): "EENVELOPE" | "EAUTH" | "connection" | "other" {
  if (code === "EENVELOPE" || code === "EAUTH") return code;
  return CONNECTION.test(code) ? "connection" : "other";
}

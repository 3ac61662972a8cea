import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SystemStatus } from "#domain/system.ts";
import { Facts, Section } from "./section.tsx";
import { useBytes } from "./use-bytes.ts";

/** The server that answered; others on the same database have sockets and threads of their own. */
export function Instance({ instance }: Pick<SystemStatus, "instance">) {
  const t = useTranslations("system.instance");
  const format = useFormatter();
  const bytes = useBytes();
  const { startedAt, memoryBytes, sockets, listening, unstored } = instance;
  const counted = (number: number | null) => (number === null ? t("none") : format.number(number));
  return (
    <Section title={t("title")}>
      <Facts
        facts={[
          [t("started"), <RelativeTime key="started" at={startedAt} />],
          [t("memory"), bytes(memoryBytes)],
          [t("sockets"), counted(sockets)],
          [t("listening"), listening === null ? t("none") : listening ? t("hears") : t("deaf")],
          [t("unstored"), counted(unstored)],
        ]}
      />
    </Section>
  );
}

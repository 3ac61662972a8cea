import { useTranslations } from "next-intl";
import type { SystemStatus } from "#domain/system.ts";
import { Facts, Section } from "./section.tsx";

export function Versions({ versions }: Pick<SystemStatus, "versions">) {
  const t = useTranslations("system.versions");
  return (
    <Section title={t("title")}>
      <Facts
        facts={[
          [t("product"), versions.product],
          [t("node"), versions.node],
          [t("postgres"), versions.postgres],
          [t("migration"), versions.migration ?? t("noMigration")],
        ]}
      />
    </Section>
  );
}

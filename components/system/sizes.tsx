import { useFormatter, useTranslations } from "next-intl";
import type { SystemStatus } from "#domain/system.ts";
import { Facts, Section } from "./section.tsx";
import classes from "./system.module.css";
import { useBytes } from "./use-bytes.ts";

export function Sizes({ sizes }: Pick<SystemStatus, "sizes">) {
  const t = useTranslations("system.sizes");
  const format = useFormatter();
  const bytes = useBytes();
  return (
    <Section title={t("title")}>
      <Facts
        facts={[
          [t("database"), bytes(sizes.databaseBytes)],
          [t("pictures"), bytes(sizes.pictures.bytes)],
          [t("captures"), bytes(sizes.captures.bytes)],
          [t("readings"), bytes(sizes.readings.bytes)],
        ]}
      />
      <table className={classes.table}>
        <caption>{t("tables")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table")}</th>
            <th scope="col">{t("size")}</th>
            <th scope="col">{t("rows")}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.tables.map(({ name, bytes: size, rows }) => (
            <tr key={name}>
              <th scope="row" lang="en">
                {name}
              </th>
              <td>{bytes(size)}</td>
              <td>{format.number(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

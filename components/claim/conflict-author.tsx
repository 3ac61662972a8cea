"use client";

import { useTranslations } from "next-intl";
import { useDesk } from "#components/shell/desk-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Writer } from "#domain/writer.ts";
import classes from "./panel.module.css";

/** Who wrote the other text, and when; perhaps oneself, on another page. */
export function ConflictAuthor({ writer }: { writer: Writer | null }) {
  const t = useTranslations("claim.conflict");
  const { member } = useDesk();
  if (!writer?.by) return <p className={classes.conflictAuthor}>{t("somebody")}</p>;
  return (
    <p className={classes.conflictAuthor}>
      {writer.by.id === member.id ? t("bySelf") : t("by", { name: writer.by.name })}{" "}
      {writer.at && <RelativeTime at={writer.at} />}
    </p>
  );
}

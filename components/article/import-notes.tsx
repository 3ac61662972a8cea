"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ImportNote } from "#domain/article-import.ts";
import classes from "./import.module.css";

/** What stood in the source and does not come in; nothing where everything does. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const t = useTranslations("import.preview.notes");
  const format = useFormatter();
  if (notes.length === 0) return null;
  const list = notes.map(({ what, count }) => t(`what.${what}`, { count }));
  return (
    <p className={classes.notes}>
      <strong>{t("title")}</strong>
      <span>{format.list(list)}</span>
    </p>
  );
}

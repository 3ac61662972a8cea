import { useTranslations } from "next-intl";
import { useId } from "react";
import type { AnnotationNote } from "#domain/annotation.ts";
import classes from "./annotation.module.css";

/** What of a file is not brought in, and why; nothing where everything is. */
export function AnnotationNotes({ notes }: { notes: readonly AnnotationNote[] }) {
  const t = useTranslations("annotations.notes");
  const titleId = useId();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <h3 id={titleId}>{t("title")}</h3>
      <ul className={classes.notes}>
        {notes.map(({ what, count }) => (
          <li key={what}>{t(what, { count })}</li>
        ))}
      </ul>
    </section>
  );
}

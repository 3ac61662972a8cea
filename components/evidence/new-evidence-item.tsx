"use client";

import { useTranslations } from "next-intl";
import classes from "./evidence.module.css";
import type { NewEvidence } from "./shown-evidence.ts";
import { StanceTag } from "./stance-tag.tsx";

/** Evidence that has not reached the server. It can be worked on once it has. */
export function NewEvidenceItem({ added: { title, draft } }: { added: NewEvidence }) {
  const t = useTranslations("evidence");
  const { stance, primary, quote, locator, note } = draft;
  return (
    <li className={classes.item}>
      <span className={classes.number} aria-hidden>
        …
      </span>
      <div className={classes.body}>
        <p className={classes.line}>
          <StanceTag stance={stance} />
          <span className={classes.primary}>{t(primary ? "primary" : "secondary")}</span>
        </p>
        <p>{title}</p>
        {quote && <q className={classes.quote}>{quote}</q>}
        {locator && <p className={classes.small}>{t("locatorIs", { locator })}</p>}
        {note && <p className={classes.note}>{note}</p>}
        <p className={classes.small}>{t("unsent")}</p>
      </div>
    </li>
  );
}

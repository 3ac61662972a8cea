"use client";

import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Phase } from "./field-state.ts";
import classes from "./panel.module.css";

/** How the saving of one field stands, in a word beside its label. Silent while there is nothing to say. */
export function FieldStatus({ phase }: { phase: Phase<unknown> }) {
  const t = useTranslations("claim");
  const tErrors = useTranslations("errors");
  switch (phase.name) {
    case "clean":
      return phase.saved ? (
        <span className={classes.status} key="saved" data-state="saved">
          <IconCheck size={12} aria-hidden /> {t("save.saved")}
        </span>
      ) : null;
    case "dirty":
      return (
        <span className={classes.status} data-state="dirty">
          {t("save.dirty")}
        </span>
      );
    case "saving":
      return (
        <span className={classes.status} data-state="saving">
          <IconLoader2 size={12} aria-hidden /> {t("save.saving")}
        </span>
      );
    case "retrying":
      return (
        <span className={classes.status} data-state="retrying">
          <IconCloudOff size={12} aria-hidden /> {t("save.retrying")}
        </span>
      );
    case "refused":
      return (
        <span className={classes.status} data-state="refused" role="alert">
          <IconAlertTriangle size={12} aria-hidden /> {t("save.refused", { reason: tErrors(phase.code) })}
        </span>
      );
    case "conflict":
      return (
        <span className={classes.status} data-state="conflict" role="alert">
          <IconAlertTriangle size={12} aria-hidden /> {t("save.conflict")}
        </span>
      );
  }
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CaptureSummary } from "#domain/capture.ts";
import classes from "./capture-line.module.css";

/** So many digits tell captures apart for the eye; the whole hash is in the title and in what is copied from the API. */
const SHOWN_DIGITS = 12;

/** What was fetched, from where and when, in a line or two: when, the host, the hash, and a redirect by name. */
export function CaptureLine({ capture }: { capture: CaptureSummary }) {
  const t = useTranslations("import.capture");
  const format = useFormatter();
  const { url, finalUrl, fetchedAt, sha256 } = capture;
  const when = format.dateTime(new Date(fetchedAt), {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (
    <span className={classes.line}>
      <span>
        <time dateTime={fetchedAt}>{t("fetched", { when })}</time>
        {" ・ "}
        <a href={finalUrl} target="_blank" rel="noopener noreferrer">
          {new URL(finalUrl).host}
        </a>
        {" ・ "}
        <span title={sha256}>
          SHA-256 <code>{sha256.slice(0, SHOWN_DIGITS)}…</code>
        </span>
      </span>
      {url !== finalUrl && (
        <span className={classes.redirect}>{t("redirected", { from: url, to: finalUrl })}</span>
      )}
    </span>
  );
}

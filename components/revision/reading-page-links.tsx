"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { type MachineRead, readingPageAddress } from "#domain/machine-reading.ts";
import classes from "./versions.module.css";

/** So many pages have a link each at first; the rest on request. */
const SHOWN_PAGES = 12;

/** The pictures that a machine read a text from, a link each. */
export function ReadingPageLinks({ readingId, pages }: Pick<MachineRead, "readingId" | "pages">) {
  const t = useTranslations("versions.origin");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? pages : Math.min(pages, SHOWN_PAGES);
  return (
    <>
      {t("pictures")}
      {Array.from({ length: shown }, (_, index) => index + 1).map((page) => (
        <Fragment key={page}>
          {" "}
          <a href={readingPageAddress(readingId, page)} target="_blank" rel="noopener">
            {t("picture", { page })}
          </a>
        </Fragment>
      ))}
      {shown < pages && (
        <>
          {" "}
          <button type="button" className={classes.morePictures} onClick={() => setWhole(true)}>
            {t("morePictures", { count: pages - shown })}
          </button>
        </>
      )}
    </>
  );
}

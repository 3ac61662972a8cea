"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import classes from "./import-work.module.css";

/** A picture of a page, as it was chosen. */
export function OriginalPicture({ file }: { file: Blob }) {
  const t = useTranslations("import.original");
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address === null) return null;
  // biome-ignore lint/performance/noImgElement: a file of this page, which no server could make smaller.
  return <img className={classes.page} data-page={1} src={address} alt={t("pageOf", { page: 1 })} />;
}

"use client";

import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./list.module.css";

const ROWS = ["68%", "52%", "74%", "60%", "45%"];

/** The list's own shape while it loads, so that nothing moves when it is there. */
export function ListSkeleton() {
  const t = useTranslations("common");
  return (
    <div className={classes.sheet} role="status">
      <VisuallyHidden>{t("busy")}</VisuallyHidden>
      {ROWS.map((width) => (
        <div key={width} className={classes.row} aria-hidden>
          <div className={classes.what}>
            <Skeleton height={18} width={width} mb={10} />
            <Skeleton height={12} width="30%" />
          </div>
          <Skeleton height={12} width="9rem" />
        </div>
      ))}
    </div>
  );
}

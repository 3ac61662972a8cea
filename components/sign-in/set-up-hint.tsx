"use client";

import { Alert } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import classes from "./entrance.module.css";

/** Said where nobody can sign in yet. */
export function SetUpHint() {
  const t = useTranslations("sign-in.empty");
  return (
    <Alert variant="light" mb="md">
      <p className={classes.hint}>{t("body")}</p>
      <Link href="/setup" className={classes.link}>
        {t("link")}
      </Link>
    </Alert>
  );
}

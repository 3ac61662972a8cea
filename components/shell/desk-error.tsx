"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface DeskErrorProps {
  /** `digest` is the number under which the server logged it; absent for what broke in the browser. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that broke: what to do, and the number that leads an administrator to the log. */
export function DeskError({ error, reset }: DeskErrorProps) {
  const t = useTranslations("common");
  return (
    <Notice
      alert
      order={1}
      title={t("error.title")}
      action={
        <>
          <Button onClick={reset}>{t("retry")}</Button>
          <LinkButton href="/articles" variant="default">
            {t("notFound.home")}
          </LinkButton>
        </>
      }
    >
      <p>{t("error.body")}</p>
      {error.digest ? <p>{t("error.reference", { digest: error.digest })}</p> : null}
    </Notice>
  );
}

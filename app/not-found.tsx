import { Button } from "@mantine/core";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MAIN_ID } from "#components/shell/main-id.ts";
import { Notice } from "#components/ui/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main id={MAIN_ID}>
      <Notice
        order={1}
        title={t("title")}
        action={
          <Button component={Link} href="/articles">
            {t("home")}
          </Button>
        }
      >
        {t("body")}
      </Notice>
    </main>
  );
}

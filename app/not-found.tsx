import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MAIN_ID } from "#components/shell/main-id.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main id={MAIN_ID}>
      <Notice order={1} title={t("title")} action={<LinkButton href="/articles">{t("home")}</LinkButton>}>
        {t("body")}
      </Notice>
    </main>
  );
}

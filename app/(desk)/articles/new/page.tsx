import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportDesk } from "#components/article/import-desk.tsx";
import { Page } from "#components/shell/page.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { readScales } from "#server/reads/scale.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

export default async function NewArticlePage() {
  const { actor } = await requireMember();
  if (!may(actor, "article.create")) redirect("/articles");
  const [scales, t] = await Promise.all([readScales(actor), getTranslations("import")]);
  return (
    <Page wide>
      <PageTitle>{t("title")}</PageTitle>
      <ImportDesk scales={scales} />
    </Page>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ReportDownload } from "#components/report/download.tsx";
import { ReportSheet } from "#components/report/report.tsx";
import { ReportBar } from "#components/report/report-bar.tsx";
import { Page } from "#components/shell/page.tsx";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import { type ReportScope, reportScopeSchema } from "#domain/report.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { readReport } from "#server/reads/report.ts";
import { offeredFormats } from "#server/report/offered-formats.ts";

interface ReportPageProps {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ scope?: string | string[] }>;
}

/** Read once for the title and the page; an address that names no article is a page that does not exist. */
const reportOf = cache(async (articleId: string, scope: ReportScope) => {
  const { actor } = await requireMember();
  const id = idSchema.safeParse(articleId).data;
  if (id === undefined) notFound();
  try {
    return await readReport(actor, id, scope);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

async function asked({ params, searchParams }: ReportPageProps) {
  const { articleId } = await params;
  const scope = reportScopeSchema.catch("draft").parse((await searchParams).scope);
  return { articleId, scope };
}

export async function generateMetadata(props: ReportPageProps): Promise<Metadata> {
  const { articleId, scope } = await asked(props);
  const t = await getTranslations("report");
  const { article } = await reportOf(articleId, scope);
  return { title: t("pageTitle", { title: article.title }) };
}

export default async function ReportPage(props: ReportPageProps) {
  const { articleId, scope } = await asked(props);
  const [report, formats] = await Promise.all([
    reportOf(articleId, scope),
    offeredFormats(await getLocale()),
  ]);
  return (
    <Page>
      <ReportBar articleId={articleId} scope={scope} />
      <ReportDownload articleId={articleId} scope={scope} formats={formats} />
      <ReportSheet report={report} />
    </Page>
  );
}

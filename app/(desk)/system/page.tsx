import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/shell/page.tsx";
import { System } from "#components/system/system.tsx";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { readSystemStatus } from "#server/reads/system-status.ts";
import { readSystemWork } from "#server/reads/system-work.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("system");
  return { title: t("title") };
}

export default async function SystemPage() {
  const { actor } = await requireMember();
  // The layout has answered already; a page is made beside its layout all the same.
  if (!may(actor, "system.operate")) return null;
  const [status, work] = await Promise.all([readSystemStatus(actor), readSystemWork(actor)]);
  return (
    <Page>
      <System status={status} work={work} />
    </Page>
  );
}

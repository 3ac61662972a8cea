import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Inbox } from "#components/inbox/inbox.tsx";
import { Page } from "#components/shell/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default function InboxPage() {
  return (
    <Page>
      <Inbox />
    </Page>
  );
}

import { getTranslations } from "next-intl/server";
import { Page } from "#components/shell/page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** A page that exists and is not for this member; answered with 403. */
export default async function Forbidden() {
  const t = await getTranslations("members.forbidden");
  return (
    <Page>
      <Notice order={1} title={t("title")} action={<LinkButton href="/articles">{t("home")}</LinkButton>}>
        {t("body")}
      </Notice>
    </Page>
  );
}

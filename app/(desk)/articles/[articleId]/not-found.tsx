import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

export default function ArticleNotFound() {
  const t = useTranslations("workbench");
  return (
    <Page>
      <Notice
        order={1}
        title={t("notFound.title")}
        action={<LinkButton href="/articles">{t("notFound.home")}</LinkButton>}
      >
        {t("notFound.body")}
      </Notice>
    </Page>
  );
}

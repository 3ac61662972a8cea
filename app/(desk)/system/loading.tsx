import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { Busy } from "#components/ui/busy.tsx";

export default function SystemLoading() {
  const t = useTranslations("system");
  return (
    <Page>
      <Busy label={t("loading")} />
    </Page>
  );
}

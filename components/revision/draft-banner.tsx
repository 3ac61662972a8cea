"use client";

import { IconVersions } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { useWaitingDraft } from "./waiting-draft.ts";

/** Says over the article that a new version of it waits, whose it is, and leads to it. */
export function DraftBanner() {
  const t = useTranslations("versions.waiting");
  const { article } = useWorkbench();
  const draft = useWaitingDraft();
  if (!draft) return null;
  return (
    <Banner
      look="back"
      icon={<IconVersions size={16} aria-hidden />}
      text={t("banner", { name: draft.createdBy.name })}
    >
      <LinkButton href={`/articles/${article.id}/versions/new`} size="compact-sm" variant="default">
        {t("open")}
      </LinkButton>
    </Banner>
  );
}

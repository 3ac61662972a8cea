"use client";

import { Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { keepPlace } from "#components/workbench/kept-place.ts";
import { useLiveArticle } from "./live-article.tsx";

/**
 * Brings the new text to a page on which an earlier revision stands: at once where nobody is writing, else when the
 * person says so. What was typed is kept by those who keep it; what was done is in the queue and names its revision.
 */
export function RevisionBanner() {
  const t = useTranslations("live.revision");
  const { newRevision } = useLiveArticle();
  const number = useSyncExternalStore(newRevision.subscribe, newRevision.get, () => null);
  const show = useShowNewest();
  useEffect(() => {
    if (number !== null && !isWriting()) show();
  }, [number, show]);
  if (number === null) return null;
  return (
    <Banner
      look="build"
      role="status"
      icon={<IconFileText size={18} aria-hidden />}
      text={t("waiting", { number })}
    >
      <Button size="compact-sm" variant="default" onClick={show}>
        {t("show")}
      </Button>
    </Banner>
  );
}

/** The page is asked for anew and made anew for the other revision; the address keeps the claim in focus. */
function useShowNewest(): () => void {
  const t = useTranslations("live.revision");
  const router = useRouter();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useCallback(() => {
    keepPlace();
    void queries.invalidateQueries();
    router.refresh();
    announce(t("shown"));
  }, [router, queries, announce, t]);
}

/** Whether the text must not change under a person's hands now. */
const isWriting = (): boolean =>
  document.activeElement?.closest("input, textarea, [contenteditable=true], [role=dialog]") != null ||
  document.getSelection()?.isCollapsed === false;

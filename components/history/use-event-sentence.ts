"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Event } from "#domain/event.ts";
import { wordIn } from "./event-changes.ts";

/** What happened, as one sentence with its person: 「佐藤が判定を変更しました。」 */
export function useEventSentence(): (event: Event) => string {
  const t = useTranslations("history");
  return useCallback(
    (event) => {
      const name = event.actor?.name ?? t("somebody");
      const title = wordIn(event, "title");
      return t(`kinds.${event.kind}`, { name, title });
    },
    [t],
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { ThreadList } from "./use-threads.ts";

/** Says what others wrote while one was looking, at a pause and never over what is being said. */
export function useArrivals({ threads, isPending }: Pick<ThreadList, "threads" | "isPending">): void {
  const t = useTranslations("discussion");
  const announce = useAnnounce();
  const { member } = useDesk();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (isPending) return;
    const comments = threads.flatMap((thread) => thread.comments);
    const before = known.current;
    known.current = new Set(comments.map(({ id }) => id));
    if (before === null) return;
    const arrived = comments.filter(({ id, author }) => !before.has(id) && author.id !== member.id);
    const latest = arrived.at(-1);
    if (latest) announce(t("arrived", { name: latest.author.name, text: latest.text }));
  }, [threads, isPending, announce, t, member.id]);
}

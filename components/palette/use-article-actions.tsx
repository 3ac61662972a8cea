"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { IconFileText } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import type { PaletteGroup } from "./actions.tsx";
import { matchGroups } from "./match.ts";

const TYPING_PAUSE_MS = 200;
const SHOWN_ARTICLES = 5;

/** Articles that match what is typed, or the newest; none while they can't be had. */
export function useArticleActions(query: string): PaletteGroup[] {
  const t = useTranslations("palette");
  const router = useRouter();
  const [settled] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS);
  const input = { limit: SHOWN_ARTICLES, ...(settled && { q: settled }) };
  const { data, isPlaceholderData } = useQuery(
    orpc.article.list.queryOptions({ input, placeholderData: keepPreviousData }),
  );
  if (!data || data.items.length === 0) return [];
  const actions = data.items.map((article) => ({
    id: article.id,
    label: article.title,
    description: article.publisher,
    icon: <IconFileText size={18} stroke={1.75} />,
    run: () => router.push(`/articles/${article.id}`),
  }));
  const groups = [{ id: "articles", label: t("articles"), actions }];
  // Until the answer for what is typed now has come, the last one must not offer Enter something else.
  const isBehind = isPlaceholderData || settled !== query.trim();
  return isBehind ? matchGroups(groups, query) : groups;
}

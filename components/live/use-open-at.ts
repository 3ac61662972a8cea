"use client";

import { useTranslations } from "next-intl";
import type { Person } from "./people-store.ts";

/** Who has something open, in words, for those who don't see the dots; undefined for nobody. */
export function useOpenAt(people: readonly Person[]): string | undefined {
  const t = useTranslations("live");
  if (people.length === 0) return undefined;
  const names = people.map(({ member }) => t("honoured", { name: member.name }));
  return t("openAt", { names: names.join(t("listSeparator")) });
}

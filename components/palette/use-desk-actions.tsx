"use client";

import {
  IconDeviceDesktop,
  IconFilePlus,
  IconFiles,
  IconGauge,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useSignOut } from "#components/shell/sign-out.tsx";
import { useChangeLocale } from "#components/shell/use-change-locale.ts";
import { SCHEMES, useChangeScheme } from "#components/shell/use-change-scheme.ts";
import { LOCALES } from "#domain/localized.ts";
import type { PaletteAction, PaletteGroup } from "./actions.tsx";

const LOOK = { size: 18, stroke: 1.75 } as const;
const SCHEME_ICONS = {
  auto: <IconDeviceDesktop {...LOOK} />,
  light: <IconSun {...LOOK} />,
  dark: <IconMoon {...LOOK} />,
};

/** What can be done wherever one is: going somewhere, and the member's own settings. */
export function useDeskActions(): PaletteGroup[] {
  const t = useTranslations("palette");
  return [
    { id: "go", label: t("go"), actions: useGoActions() },
    { id: "settings", label: t("settings"), actions: useSettingActions() },
  ];
}

function useGoActions(): PaletteAction[] {
  const t = useTranslations("palette.actions");
  const { abilities } = useDesk();
  const router = useRouter();
  const go = (
    id: "articles" | "newArticle" | "members" | "system" | "profile",
    href: string,
    icon: React.ReactNode,
  ) => ({
    id,
    label: t(`${id}.label`),
    keywords: [t(`${id}.keywords`)],
    icon,
    run: () => router.push(href),
  });
  return [
    go("articles", "/articles", <IconFiles {...LOOK} />),
    ...(abilities.createArticle ? [go("newArticle", "/articles/new", <IconFilePlus {...LOOK} />)] : []),
    ...(abilities.listMembers ? [go("members", "/members", <IconUsers {...LOOK} />)] : []),
    ...(abilities.operate ? [go("system", "/system", <IconGauge {...LOOK} />)] : []),
    go("profile", "/profile", <IconUser {...LOOK} />),
  ];
}

function useSettingActions(): PaletteAction[] {
  const t = useTranslations("palette.actions");
  const shell = useTranslations("shell");
  const current = useLocale();
  const changeLocale = useChangeLocale();
  const changeScheme = useChangeScheme();
  const signOut = useSignOut();
  const languages = LOCALES.filter((locale) => locale !== current).map((locale) => ({
    id: `language-${locale}`,
    label: t("language.label", { language: shell(`languages.${locale}`) }),
    keywords: [t("language.keywords")],
    icon: <IconLanguage {...LOOK} />,
    run: () => changeLocale(locale),
  }));
  const schemes = SCHEMES.map((scheme) => ({
    id: `scheme-${scheme}`,
    label: t("scheme.label", { scheme: shell(`schemes.${scheme}`) }),
    keywords: [t("scheme.keywords")],
    icon: SCHEME_ICONS[scheme],
    run: () => changeScheme(scheme),
  }));
  const leave = {
    id: "sign-out",
    label: shell("signOut"),
    keywords: [t("signOut.keywords")],
    icon: <IconLogout {...LOOK} />,
    run: signOut,
  };
  return [...languages, ...schemes, leave];
}

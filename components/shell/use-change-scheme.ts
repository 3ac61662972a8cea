"use client";

import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";

/** The schemes a person can choose, the device's own first. */
export const SCHEMES = ["auto", "light", "dark"] as const satisfies readonly MantineColorScheme[];
export type Scheme = (typeof SCHEMES)[number];

/** Changes the brightness on this device and says so. */
export function useChangeScheme(): (scheme: Scheme) => void {
  const { setColorScheme } = useMantineColorScheme();
  const announce = useAnnounce();
  const t = useTranslations("shell");
  return useCallback(
    (scheme: Scheme) => {
      setColorScheme(scheme);
      announce(t("schemeChanged", { scheme: t(`schemes.${scheme}`) }));
    },
    [announce, setColorScheme, t],
  );
}

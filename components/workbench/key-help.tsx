"use client";

import { useOs } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { KeySheet } from "#components/ui/key-sheet.tsx";
import { KEY_GROUPS, KEY_MAP, keycapsOf } from "./keys.ts";

/** All keys, from the same map that the handler obeys. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("keys");
  const os = useOs();
  const isMac = os === "macos" || os === "ios";
  return (
    <KeySheet
      opened={opened}
      onClose={onClose}
      title={t("title")}
      groups={KEY_GROUPS.map((group) => ({
        name: t(`groups.${group}`),
        keys: KEY_MAP.filter((binding) => binding.group === group).map((binding) => ({
          name: t(`actions.${binding.action}`),
          caps: keycapsOf(binding, isMac),
        })),
      }))}
      notes={[t("caretNote"), t("silentNote")]}
    />
  );
}

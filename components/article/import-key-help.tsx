"use client";

import { useTranslations } from "next-intl";
import { KeySheet } from "#components/ui/key-sheet.tsx";
import { IMPORT_KEY_GROUPS, IMPORT_KEY_MAP } from "./import-keys.ts";

/** All keys of the preview, from the same map that the handler obeys. */
export function ImportKeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("import.keys");
  return (
    <KeySheet
      opened={opened}
      onClose={onClose}
      title={t("title")}
      groups={IMPORT_KEY_GROUPS.map((group) => ({
        name: t(`groups.${group}`),
        keys: IMPORT_KEY_MAP.filter((one) => one.group === group).map(({ action, caps }) => ({
          name: t(`actions.${action}`),
          caps,
        })),
      }))}
      notes={[t("caretNote"), t("silentNote")]}
    />
  );
}

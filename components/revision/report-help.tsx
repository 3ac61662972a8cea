import { useTranslations } from "next-intl";
import { KeySheet } from "#components/ui/key-sheet.tsx";
import { REPORT_ACTIONS, REPORT_GROUPS, REPORT_KEYS } from "./report-keys.ts";

/** All keys of the report, from the same map that the handler obeys, and what the outcomes mean. */
export function ReportHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("versions.keys");
  return (
    <KeySheet
      opened={opened}
      onClose={onClose}
      title={t("title")}
      groups={REPORT_GROUPS.map((group) => ({
        name: t(`groups.${group}`),
        keys: [
          ...REPORT_ACTIONS.filter((action) => REPORT_KEYS[action].group === group).map((action) => ({
            name: t(`actions.${action}`),
            caps: [REPORT_KEYS[action].cap],
          })),
          ...(group === "deciding" ? [{ name: t("candidate"), caps: ["1", "…", "9"] }] : []),
        ],
      }))}
      notes={[t("caretNote"), t("outcomesNote")]}
    />
  );
}

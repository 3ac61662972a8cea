"use client";

import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import classes from "./workbench.module.css";
import { useWorkbench } from "./workbench-context.tsx";

/** Says that the server can't be reached, that nothing is lost, and lets one try at once. */
export function UnsavedBanner() {
  const t = useTranslations("workbench");
  const { autosave } = useWorkbench();
  const isUnreachable = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => autosave.isUnreachable, [autosave]),
    () => false,
  );
  if (!isUnreachable) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconCloudOff size={18} aria-hidden />
      <span>{t("unreachable")}</span>
      <Button size="compact-sm" variant="default" onClick={() => void autosave.flush()}>
        {t("tryNow")}
      </Button>
    </div>
  );
}

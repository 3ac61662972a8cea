"use client";

import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { useLate } from "./use-late.ts";
import classes from "./workbench.module.css";
import { useWorkbench } from "./workbench-context.tsx";

/** Says that the server can't be reached, that nothing is lost, and lets one try at once. */
export function UnsavedBanner() {
  const t = useTranslations("workbench");
  const { autosave, outboxes } = useWorkbench();
  const isUnreachable = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => autosave.isUnreachable, [autosave]),
    () => false,
  );
  const claims = useLate(outboxes.claims);
  const bullets = useLate(outboxes.bullets);
  const count = claims.size + bullets.size;
  const tryNow = () => {
    void outboxes.claims.flush();
    void outboxes.bullets.flush();
    void autosave.flush();
  };
  if (!isUnreachable && count === 0) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconCloudOff size={18} aria-hidden />
      <span>{count > 0 ? t("unsentMarks", { count }) : t("unreachable")}</span>
      <Button size="compact-sm" variant="default" onClick={tryNow}>
        {t("tryNow")}
      </Button>
    </div>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Gives something up for good, after asking. `others`: how much else goes with it. */
export function DiscardButton({ others, onDiscard }: { others: number; onDiscard: () => void }) {
  const t = useTranslations("unsent");
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t("discard")}
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" color="red" onClick={onDiscard} autoFocus>
        {t("discardSurely", { others })}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
        {t("keep")}
      </Button>
    </>
  );
}

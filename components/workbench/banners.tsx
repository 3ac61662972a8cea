"use client";

import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeBanner } from "#components/article/change-banner.tsx";
import { LineBanner } from "#components/live/line-banner.tsx";
import { useLiveStatus } from "#components/live/live-provider.tsx";
import { RevisionBanner } from "#components/live/revision-banner.tsx";
import { unresolvedCount, unsentCount } from "#components/queue/counts.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useQueueState } from "#components/queue/queue-provider.tsx";
import { DraftBanner } from "#components/revision/draft-banner.tsx";
import { UnsavedBanner } from "./unsaved-banner.tsx";
import { UnsentWork } from "./unsent-work.tsx";
import classes from "./workbench.module.css";

const isUnreachable = (queue: DeedQueue) => queue.isUnreachable;

/**
 * What is to be said over the top of the text: of the line, and of what did not arrive. It lies on the text and takes no
 * room, because somebody reads there; the outline and the claim beside it stay free.
 */
export function Banners() {
  const isLossSaid = useQueueState(isUnreachable, false);
  const isEnded = useLiveStatus() === "ended";
  return (
    <div className={classes.banners}>
      <LineBanner isLossSaid={isLossSaid} unsent={<ShowUnsent />} />
      <RevisionBanner />
      <UnsavedBanner isEndSaid={isEnded} />
      <DraftBanner />
      <ChangeBanner />
    </div>
  );
}

/** Leads to what did not arrive, for one who may not send it any more. */
function ShowUnsent() {
  const t = useTranslations("live.line");
  const [isOpen, setOpen] = useState(false);
  const count = useQueueState(unsentCount, 0) + useQueueState(unresolvedCount, 0);
  if (count === 0) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t("showUnsent", { count })}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("unsentTitle")}
        closeButtonProps={{ "aria-label": t("closeUnsent") }}
      >
        <UnsentWork />
      </Modal>
    </>
  );
}

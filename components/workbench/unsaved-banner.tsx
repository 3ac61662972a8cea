"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { unresolvedCount, unsentCount } from "#components/queue/counts.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useQueue, useQueueState } from "#components/queue/queue-provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { UnresolvedDialog } from "./unresolved-dialog.tsx";

/** How what was done and did not arrive stands; what is worst is said. */
type Trouble = "signedOut" | "unreachable" | "notLasting" | "none";

function troubleOf(queue: DeedQueue): Trouble {
  if (queue.isSignedOut) return "signedOut";
  if (queue.isUnreachable) return "unreachable";
  return queue.isLasting ? "none" : "notLasting";
}

/**
 * Says that something did not reach the server, that nothing is lost, and what one can do about it. `isEndSaid`: another
 * banner says already that the session ended.
 */
export function UnsavedBanner({ isEndSaid }: { isEndSaid: boolean }) {
  const t = useTranslations("unsent");
  const queue = useQueue();
  const trouble = useQueueState(troubleOf, "none");
  const unsent = useQueueState(unsentCount, 0);
  const unresolved = useQueueState(unresolvedCount, 0);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {trouble !== "none" && !(isEndSaid && trouble !== "notLasting") && (
        <Banner
          look="unsaved"
          role="alert"
          icon={<IconCloudOff size={18} aria-hidden />}
          text={
            <>
              {t(`trouble.${trouble}`)} {unsent > 0 && t("count", { count: unsent })}
            </>
          }
        >
          {trouble === "unreachable" && (
            <Button size="compact-sm" variant="default" onClick={queue.wake}>
              {t("tryNow")}
            </Button>
          )}
          {trouble === "signedOut" && (
            // The whole page anew: what it holds was made for the session that ended.
            <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
              {t("signIn")}
            </Button>
          )}
        </Banner>
      )}
      {unresolved > 0 && (
        <Banner
          look="unsaved"
          role="status"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          text={t("unresolved", { count: unresolved })}
        >
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t("open")}
          </Button>
        </Banner>
      )}
      <UnresolvedDialog opened={isOpen && unresolved > 0} onClose={() => setOpen(false)} />
    </>
  );
}

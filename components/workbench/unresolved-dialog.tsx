"use client";

import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { isRefused } from "#components/queue/entry.ts";
import { useQueueState } from "#components/queue/queue-provider.tsx";
import { UnreadableItem } from "./unreadable-item.tsx";
import { UnresolvedItem } from "./unresolved-item.tsx";
import classes from "./unsent.module.css";

const entriesOf = (queue: DeedQueue) => queue.entries;
const unreadableOf = (queue: DeedQueue) => queue.unreadable;
const NONE: never[] = [];

/** Everything the server would not do, each with what was wanted, why not, and the ways out. Nothing goes by waiting. */
export function UnresolvedDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("unsent");
  const common = useTranslations("common");
  const entries = useQueueState(entriesOf, NONE);
  const unreadable = useQueueState(unreadableOf, NONE);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("title")}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <p className={classes.hint}>{t("hint")}</p>
      <ul className={classes.list}>
        {entries.filter(isRefused).map((entry) => (
          <UnresolvedItem key={entry.id} entry={entry} onLeave={onClose} />
        ))}
        {unreadable.map((kept) => (
          <UnreadableItem key={kept.id} unreadable={kept} />
        ))}
      </ul>
    </Modal>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useQueue } from "#components/queue/queue-provider.tsx";
import type { Unreadable } from "#components/queue/queue-storage.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DiscardButton } from "./discard-button.tsx";
import classes from "./unsent.module.css";

/** Something that an earlier version of the product kept and this one can't read: shown as it is, and never dropped. */
export function UnreadableItem({ unreadable: { id, kept } }: { unreadable: Unreadable }) {
  const t = useTranslations("unsent");
  const queue = useQueue();
  const text = JSON.stringify(kept, null, 2);
  return (
    <li className={classes.item}>
      <h3 className={classes.what}>{t("unreadable")}</h3>
      <pre className={classes.text}>{text}</pre>
      <div className={classes.ways}>
        <CopyButton text={text} />
        <DiscardButton others={0} onDiscard={() => void queue.forgetUnreadable(id)} />
      </div>
    </li>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useQueueState } from "#components/queue/queue-provider.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import classes from "./unsent.module.css";
import { useDeedWords } from "./use-deed-words.ts";

const entriesOf = (queue: DeedQueue) => queue.entries;
const NONE: never[] = [];

/** Everything the member did that did not arrive, to be read and copied: for one who may not send it any more. */
export function UnsentWork() {
  const t = useTranslations("unsent");
  const words = useDeedWords();
  const entries = useQueueState(entriesOf, NONE);
  if (entries.length === 0) return null;
  const all = entries
    .map(({ deed, about }) => [words.what(deed), about && t("about", { about }), words.text(deed)])
    .map((parts) => parts.filter(Boolean).join("\n"))
    .join("\n\n");
  return (
    <section aria-label={t("unsentTitle")}>
      <p className={classes.hint}>{t("unsentHint")}</p>
      <CopyButton text={all} />
      <ul className={classes.list}>
        {entries.map(({ id, deed, about }) => {
          const text = words.text(deed);
          return (
            <li key={id} className={classes.item}>
              <h3 className={classes.what}>{words.what(deed)}</h3>
              {about && <p className={classes.about}>{t("about", { about })}</p>}
              {text && <p className={classes.text}>{text}</p>}
              {text && (
                <div className={classes.ways}>
                  <CopyButton text={text} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

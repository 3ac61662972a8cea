"use client";

import { Button, Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { AnnotationStanding } from "#domain/annotation.ts";
import classes from "./annotation.module.css";
import { AnnotationRow } from "./annotation-row.tsx";
import type { AnnotationEntry } from "./use-annotation-preview.ts";

/** So many are drawn at first; the rest of a long list on request. */
const SHOWN = 100;

interface AnnotationSectionProps {
  standing: AnnotationStanding;
  entries: AnnotationEntry[];
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
}

/** All annotations that stand alike to the article, under what that means; nothing where there is none. */
export function AnnotationSection({ standing, entries, chosen, onChoose }: AnnotationSectionProps) {
  const t = useTranslations("annotations");
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  if (entries.length === 0) return null;
  const shown = isWhole ? entries : entries.slice(0, SHOWN);
  const keys = entries.map(({ key }) => key);
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <section aria-labelledby={titleId} className={classes.section} data-standing={standing}>
      <div className={classes.sectionHead}>
        <h3 id={titleId}>{t(`sections.${standing}`, { count: entries.length })}</h3>
        {standing !== "present" && (
          <Checkbox
            size="xs"
            label={t("all")}
            checked={count === keys.length}
            indeterminate={count > 0 && count < keys.length}
            onChange={(event) => onChoose(keys, event.currentTarget.checked)}
          />
        )}
      </div>
      <p className={classes.hint}>{t(`hints.${standing}`)}</p>
      <ul className={classes.list}>
        {shown.map((entry) => (
          <AnnotationRow
            key={entry.key}
            entry={entry}
            isChosen={chosen.has(entry.key)}
            onChoose={(isChosen) => onChoose([entry.key], isChosen)}
          />
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t("more", { count: entries.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

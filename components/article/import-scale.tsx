"use client";

import { Select } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import type { SyntheticEvent } from "react";
import { RatingStamp } from "#components/verdict/stamp.tsx";
import type { Scale } from "#domain/scale.ts";
import classes from "./import.module.css";

interface ImportScaleProps {
  scales: Scale[];
  value: string;
  onPick: (scaleId: string) => void;
}

/** The scale an article is judged by, with every rating's definition one click away: it can't be changed later. */
export function ImportScale({ scales, value, onPick }: ImportScaleProps) {
  const t = useTranslations("import.details");
  const locale = useLocale();
  const chosen = scales.find((scale) => scale.id === value);
  return (
    <div>
      <Select
        label={t("fields.scale")}
        description={t("scaleNote")}
        data={scales
          .filter((scale) => !scale.retired)
          .map(({ id, name }) => ({ value: id, label: name[locale] }))}
        value={value}
        allowDeselect={false}
        onChange={(picked) => picked && onPick(picked)}
      />
      {chosen ? <Definitions scale={chosen} /> : null}
    </div>
  );
}

function Definitions({ scale }: { scale: Scale }) {
  const t = useTranslations("import.details");
  const locale = useLocale();
  const ratings = scale.ratings.filter((rating) => !rating.retired);
  return (
    <details className={classes.definitions} onToggle={showWhole}>
      <summary>{t("definitions", { count: ratings.length })}</summary>
      <dl>
        {ratings.map((rating) => (
          <div key={rating.key} className={classes.definition}>
            <RatingStamp rating={rating} />
            <div>
              <dt>{rating.label[locale]}</dt>
              <dd>{rating.definition[locale]}</dd>
            </div>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Brings what was opened into view; it opens below the edge of a pane that scrolls. */
function showWhole({ currentTarget }: SyntheticEvent<HTMLDetailsElement>): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: "start", behavior: "smooth" });
}

"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { IconScan } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import {
  READING_DIRECTIONS,
  READING_LANGUAGES,
  type Reading,
  type ReadingDirection,
  type ReadingLanguage,
} from "#domain/machine-reading.ts";
import classes from "./reading.module.css";
import { useStartReading } from "./use-reading.ts";

interface ReadingOfferProps {
  file: File;
  why: "pictures" | "large";
  onStarted: (reading: Reading) => void;
}

/** What can be done with a file of pictures: a machine may read it, if a person wants that and knows what it costs. */
export function ReadingOffer({ file, why, onStarted }: ReadingOfferProps) {
  const t = useTranslations("import.reading");
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const [language, setLanguage] = useState<ReadingLanguage>(locale);
  const [direction, setDirection] = useState<ReadingDirection>("across");
  const start = useStartReading(onStarted);
  const titleId = useId();
  return (
    <section className={classes.offer} aria-labelledby={titleId}>
      <h3 id={titleId}>{t("title", { name: file.name })}</h3>
      <p role="alert">{t(why === "large" ? "leadLarge" : "lead")}</p>
      <p className={classes.warning}>{t("warning")}</p>
      <div className={classes.choices}>
        <Choice label={t("language")} value={language} names={READING_LANGUAGES} onChange={setLanguage}>
          {(name) => t(`languages.${name}`)}
        </Choice>
        {language === "ja" && (
          <Choice label={t("direction")} value={direction} names={READING_DIRECTIONS} onChange={setDirection}>
            {(name) => t(`directions.${name}`)}
          </Choice>
        )}
      </div>
      {start.isPending ? (
        <Busy label={t("sending")} />
      ) : (
        <Button
          leftSection={<IconScan size={16} aria-hidden />}
          onClick={() =>
            start.mutate({ file, language, direction: language === "ja" ? direction : "across" })
          }
        >
          {t("start")}
        </Button>
      )}
      {start.error && (
        <p role="alert" className={classes.problem}>
          {errorMessage(start.error)}
        </p>
      )}
    </section>
  );
}

interface ChoiceProps<Name extends string> {
  label: string;
  value: Name;
  names: readonly Name[];
  onChange: (name: Name) => void;
  children: (name: Name) => string;
}

function Choice<Name extends string>({ label, value, names, onChange, children }: ChoiceProps<Name>) {
  return (
    <div className={classes.choice}>
      <span aria-hidden>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={onChange}
        data={names.map((name) => ({ value: name, label: children(name) }))}
      />
    </div>
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { IconArrowDown, IconCheck, IconPencil } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Reading } from "#domain/machine-reading.ts";
import classes from "./import-work.module.css";
import { ReadingCrop } from "./reading-crop.tsx";
import type { ImportWork } from "./use-import-work.ts";

interface ImportUnsureProps {
  work: ImportWork;
  /** What read the text; null where its pictures are not here. */
  reading: Pick<Reading, "id" | "direction"> | null;
}

/** How much of what a machine read was not compared with its picture yet, and the way through it one by one. */
export function ImportUnsure({ work, reading }: ImportUnsureProps) {
  const t = useTranslations("import.work");
  const { unsure, place, act, isCorrecting } = work;
  if (unsure.length === 0) return null;
  return (
    <div className={classes.unsure} data-comparing={place ? "" : undefined}>
      <span>
        {t("unsure")} <b>{unsure.length}</b>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowDown size={14} aria-hidden />}
        onClick={() => act("nextUnsure")}
      >
        {t("nextUnsure")}
      </Button>
      {place && (
        <>
          {reading && place.box && (
            <ReadingCrop
              key={`${place.box.page}`}
              reading={reading}
              box={place.box}
              label={t("cropOf", { words: work.wordsAt(place) })}
            />
          )}
          <q className={classes.unsureWords} data-testid="compared-words">
            {work.wordsAt(place)}
          </q>
          <Button
            size="compact-sm"
            leftSection={<IconCheck size={14} aria-hidden />}
            onClick={() => act("compared")}
          >
            {t("isCompared")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-expanded={isCorrecting}
            onClick={() => act("correct")}
          >
            {t("correct")}
          </Button>
          {isCorrecting && (
            <Correction key={`${place.key} ${place.start}`} work={work} words={work.wordsAt(place)} />
          )}
        </>
      )}
    </div>
  );
}

function Correction({ work, words }: { work: ImportWork; words: string }) {
  const t = useTranslations("import.work");
  const [typed, setTyped] = useState(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    work.correct(typed);
  };
  return (
    <form className={classes.correction} onSubmit={submit}>
      <TextInput
        size="xs"
        aria-label={t("correctTo", { words })}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing && work.place)
            work.focus(work.place.key);
        }}
      />
      <Button type="submit" size="compact-sm">
        {t("correctDone")}
      </Button>
    </form>
  );
}

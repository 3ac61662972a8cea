"use client";

import { Alert, Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { ANNOTATION_STANDINGS } from "#domain/annotation.ts";
import classes from "./annotation.module.css";
import { AnnotationNotes } from "./annotation-notes.tsx";
import { AnnotationSection } from "./annotation-section.tsx";
import type { AnnotationEntry, AnnotationPreview } from "./use-annotation-preview.ts";
import { useBringAnnotations } from "./use-bring-annotations.ts";

interface AnnotationChoiceProps {
  content: string;
  preview: AnnotationPreview;
  onDone: () => void;
}

/** What of another page has no place here is most likely of no use here. */
const isLikelyWanted = ({ standing, isElsewhere }: AnnotationEntry): boolean =>
  standing === "placed" || (standing === "needs_placing" && !isElsewhere);

/** The annotations of a file by how they stand to the article, with the choice of which to bring in. */
export function AnnotationChoice({ content, preview, onDone }: AnnotationChoiceProps) {
  const t = useTranslations("annotations");
  const { entries, format, notes } = preview;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(entries.filter(isLikelyWanted).map(({ key }) => key)),
  );
  const { bring, isBringing, problem } = useBringAnnotations(onDone);
  const found = t("found", { format: t(`formats.${format}`), count: entries.length });
  const announce = useAnnounce();
  useEffect(() => announce(found), [announce, found]);

  const choose = (keys: readonly string[], isChosen: boolean) =>
    setChosen((held) => {
      const next = new Set(held);
      for (const key of keys) {
        if (isChosen) next.add(key);
        else next.delete(key);
      }
      return next;
    });
  return (
    <>
      <p className={classes.found}>{found}</p>
      {entries.length === 0 && <p className={classes.nothing}>{t("nothing")}</p>}
      {ANNOTATION_STANDINGS.map((standing) => (
        <AnnotationSection
          key={standing}
          standing={standing}
          entries={entries.filter((entry) => entry.standing === standing)}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      <AnnotationNotes notes={notes} />
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {entries.some(({ standing }) => standing !== "present") && (
        <div className={classes.foot}>
          <Button
            onClick={() => void bring(content, [...chosen])}
            loading={isBringing}
            disabled={chosen.size === 0}
          >
            {t("submit", { count: chosen.size })}
          </Button>
        </div>
      )}
    </>
  );
}

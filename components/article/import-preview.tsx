"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { type ImportFormat, isTextFormat, TEXT_FORMATS } from "#domain/article-import.ts";
import classes from "./import.module.css";
import { ImportBlocks } from "./import-blocks.tsx";
import { ImportNotes } from "./import-notes.tsx";
import { useBlockCounts } from "./use-block-counts.ts";
import type { ImportPreview, PreviewState } from "./use-import-preview.ts";

/** So many blocks are drawn at first; the rest of a very long text on request. */
const SHOWN_BLOCKS = 400;

interface ImportPreviewPanelProps {
  state: PreviewState;
  format: ImportFormat | null;
  /** Null where the format can't be another. */
  onFormat: ((format: ImportFormat) => void) | null;
}

/** The text as it was understood, before anything is stored. */
export function ImportPreviewPanel({ state, format, onFormat }: ImportPreviewPanelProps) {
  const t = useTranslations("import.preview");
  const last = "last" in state ? state.last : null;
  return (
    <section className={classes.panel} aria-label={t("title")} aria-busy={state.status === "reading"}>
      <header className={classes.panelHead}>
        <h2>{t("title")}</h2>
        {last && onFormat && isTextFormat(last.format) ? (
          <SegmentedControl
            size="xs"
            aria-label={t("format")}
            value={format ?? last.format}
            onChange={(value) => onFormat(value)}
            data={TEXT_FORMATS.map((name) => ({ value: name, label: t(`formats.${name}`) }))}
          />
        ) : null}
      </header>
      {last ? <Understood preview={last} /> : <Nothing isReading={state.status === "reading"} />}
    </section>
  );
}

function Nothing({ isReading }: { isReading: boolean }) {
  const t = useTranslations("import.preview");
  return (
    <div className={classes.nothing}>{isReading ? <Busy label={t("reading")} /> : <p>{t("nothing")}</p>}</div>
  );
}

function Understood({ preview }: { preview: ImportPreview }) {
  const t = useTranslations("import.preview");
  const [isWhole, setWhole] = useState(false);
  const counts = useCounts(preview);
  const { blocks } = preview;
  const shown = isWhole ? blocks : blocks.slice(0, SHOWN_BLOCKS);
  return (
    <>
      <p className={classes.counts}>{counts}</p>
      <ImportNotes notes={preview.notes} />
      <section
        className={classes.blocks}
        lang={preview.language ?? undefined}
        aria-label={t("text")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <ImportBlocks blocks={shown} />
        {shown.length < blocks.length ? (
          <Button variant="default" onClick={() => setWhole(true)}>
            {t("rest", { count: blocks.length - shown.length })}
          </Button>
        ) : null}
      </section>
    </>
  );
}

/** What was found, in one line, and said aloud whenever it changes. */
function useCounts({ blocks }: ImportPreview): string {
  const countsOf = useBlockCounts();
  const announce = useAnnounce();
  const line = countsOf(blocks);
  useEffect(() => announce(line), [announce, line]);
  return line;
}

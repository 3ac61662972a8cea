"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ImportPreviewPanel } from "#components/article/import-preview.tsx";
import { ReadingOffer } from "#components/article/reading-offer.tsx";
import { ReadingSource } from "#components/article/reading-source.tsx";
import { useImportEdits } from "#components/article/use-import-edits.ts";
import { useImportPreview } from "#components/article/use-import-preview.ts";
import type { KeptReading, VersionText } from "./use-bring-version.ts";
import classes from "./versions.module.css";

interface VersionReadingProps {
  kept: KeptReading | null;
  keep: (reading: KeptReading | null) => void;
  /** A file of pictures that was brought, which a machine may read; null where none was. */
  file: File | null;
  isBusy: boolean;
  onBring: (text: VersionText) => void;
}

/** A new version that is a scan or a picture: read by machine, compared with its pictures, and then brought in. */
export function VersionReading({ kept, keep, file, isBusy, onBring }: VersionReadingProps) {
  const t = useTranslations("versions.source");
  const preview = useImportPreview();
  const last = "last" in preview.state ? preview.state.last : null;
  const edits = useImportEdits(last, preview.state.status === "reading", kept?.edits ?? null, (next) =>
    keep(kept && { ...kept, edits: next }),
  );
  const [isBeside, setBeside] = useState(true);
  const { ask } = preview;
  const doneId = kept?.reading.state === "done" ? kept.reading.id : null;
  useEffect(() => {
    if (doneId !== null) void ask({ readingId: doneId }, null);
  }, [ask, doneId]);
  if (!kept)
    return file === null ? null : (
      <ReadingOffer
        key={file.name}
        file={file}
        why="pictures"
        onStarted={(reading) => keep({ reading, edits: null })}
      />
    );
  const { reading } = kept;
  const done = kept.edits?.done ?? [];
  return (
    <>
      <ReadingSource
        key={reading.id}
        kept={reading}
        onDone={(read) => keep({ reading: read, edits: null })}
        onGivenUp={() => keep(null)}
      />
      {last && (
        <>
          <div className={classes.readText}>
            <ImportPreviewPanel
              edits={edits}
              isReading={preview.state.status === "reading"}
              format={null}
              onFormat={null}
              original={{ type: "reading", reading }}
              isBeside={isBeside}
              onBeside={setBeside}
            />
          </div>
          <div className={classes.sourceFoot}>
            <Button variant="subtle" color="gray" onClick={() => keep(null)}>
              {t("dropReading")}
            </Button>
            <Button
              loading={isBusy}
              onClick={() =>
                onBring({
                  readingId: reading.id,
                  ...(kept.edits && done.length > 0 && { edits: done, editsOf: kept.edits.of }),
                })
              }
            >
              {t("compareRead")}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

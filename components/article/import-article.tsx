"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFileDrop } from "#components/ui/use-file-drop.ts";
import type { ImportFormat } from "#domain/article-import.ts";
import type { Reading } from "#domain/machine-reading.ts";
import type { Scale } from "#domain/scale.ts";
import { type DetailField, type DetailProblems, detailProblems, isDetailField } from "./detail-values.ts";
import classes from "./import.module.css";
import { ImportDetails } from "./import-details.tsx";
import { EMPTY_DRAFT, type ImportField } from "./import-draft.ts";
import { ImportPreviewPanel } from "./import-preview.tsx";
import { ImportSource } from "./import-source.tsx";
import { newArticleOf, valuesOf } from "./import-values.ts";
import { originalOf } from "./original-of.ts";
import { useImportDraft } from "./use-import-draft.ts";
import { useImportEdits } from "./use-import-edits.ts";
import { useImportPreview } from "./use-import-preview.ts";
import { stopReading } from "./use-reading.ts";
import { useSaveImport } from "./use-save-import.ts";

interface ImportArticleProps {
  scales: Scale[];
  /** Several files came at once: each is an article of its own. */
  onSeveral: (files: readonly File[]) => void;
}

/** An article on its way in: its text, what was understood of it, and what is said about it. */
export function ImportArticle({ scales, onSeveral }: ImportArticleProps) {
  const t = useTranslations("import");
  const { draft, isRestored, change, forget } = useImportDraft();
  const preview = useImportPreview();
  const saving = useSaveImport(forget);
  const [shown, setShown] = useState<DetailProblems>({});
  const [asked, setAsked] = useState<"text" | "address" | { fileName: string; file: File }>("text");
  const [heldFile, setHeldFile] = useState<File | null>(null);
  const [isTextMissing, setTextMissing] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const last = "last" in preview.state ? preview.state.last : null;
  const edits = useImportEdits(last, preview.state.status === "reading", draft.edits, (next) =>
    change({ ...draft, edits: next }),
  );
  const values = valuesOf(draft, edits.preview);
  const original = last && originalOf(draft, last, heldFile);
  const [isBeside, setBeside] = useState(false);

  const { ask } = preview;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the tab's own draft has come back.
  useEffect(() => {
    if (!isRestored) return;
    // What a machine read is compared with its pictures: after a reload as before.
    if (draft.reading) setBeside(true);
    if (draft.reading?.state === "done") void ask({ readingId: draft.reading.id }, null);
    else if (draft.reading) return;
    else if (draft.capture) void ask({ captureId: draft.capture.id }, null);
    else if (draft.content.trim()) void ask({ content: draft.content }, draft.format);
  }, [isRestored]);

  const changeText = (content: string) => {
    setTextMissing(false);
    setAsked("text");
    setHeldFile(null);
    if (content.trim() === "") {
      preview.clear();
      change({ ...draft, content, format: null, file: null });
    } else {
      // What was typed into the text of a file is not that file's any more.
      change({ ...draft, content, file: null });
      preview.askLater({ content }, draft.format);
    }
  };
  const takeFile = async (file: File) => {
    setTextMissing(false);
    setAsked({ fileName: file.name, file });
    const found = await ask({ file }, null);
    stopReading(draft.reading);
    // What can't come in as it is may be read by machine, and that is offered where another reading stood.
    if (!found) return draft.reading ? change({ ...draft, reading: null, edits: null }) : undefined;
    const { content, format, encoding } = found;
    setHeldFile(content === null ? file : null);
    change({
      ...draft,
      content: content ?? "",
      format: content === null ? null : format,
      capture: null,
      reading: null,
      file: { name: file.name, encoding },
    });
  };
  const takeReading = (reading: Reading) => {
    preview.clear();
    setHeldFile(null);
    setBeside(true);
    change({ ...draft, content: "", format: null, file: null, capture: null, reading });
  };
  const takeRead = (reading: Reading) => {
    change({ ...draft, reading });
    void ask({ readingId: reading.id }, null);
  };
  const giveReadingUp = () => {
    preview.clear();
    change({ ...draft, reading: null });
    // Its file is asked anew, and may be read in another way.
    if (typeof asked === "object") void takeFile(asked.file);
  };
  const takeFiles = (files: readonly [File, ...File[]]) => {
    if (files.length > 1) onSeveral(files);
    else void takeFile(files[0]);
  };
  const takeAddress = async (url: string) => {
    setTextMissing(false);
    setAsked("address");
    const found = await ask({ url }, null);
    if (!found?.capture) return;
    stopReading(draft.reading);
    setHeldFile(null);
    change({ ...draft, content: "", format: null, file: null, reading: null, capture: found.capture });
  };
  const stopFetching = () => {
    setAsked("text");
    preview.clear();
    if (draft.content.trim()) void ask({ content: draft.content }, draft.format);
  };
  const chooseFormat = (format: ImportFormat) => {
    change({ ...draft, format });
    void ask({ content: draft.content }, format);
  };
  const changeField = (field: ImportField, value: string) => {
    if (isDetailField(field)) setShown(({ [field]: _, ...rest }) => rest);
    saving.reset();
    change({ ...draft, fields: { ...draft.fields, [field]: value } });
  };
  const startOver = () => {
    stopReading(draft.reading);
    preview.clear();
    saving.reset();
    setShown({});
    setAsked("text");
    setHeldFile(null);
    change(EMPTY_DRAFT);
  };
  const save = () => {
    const problems = detailProblems(values);
    setShown(problems);
    const isNothing = draft.content.trim() === "" && draft.capture === null && draft.reading === null;
    setTextMissing(isNothing && heldFile === null);
    if (Object.keys(problems).length > 0) return;
    if (preview.state.status === "ready")
      saving.save(newArticleOf(draft, preview.state.last, values, heldFile));
    else setWaiting(preview.state.status === "reading");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save asked for while the text was being read.
  useEffect(() => {
    if (!isWaiting || preview.state.status === "reading") return;
    setWaiting(false);
    if (preview.state.status === "ready") save();
  }, [isWaiting, preview.state.status]);

  const isOver = useFileDrop(takeFiles);
  return (
    <div className={classes.desk} data-beside={(isBeside && original !== null) || undefined}>
      {isOver ? <div className={classes.over}>{t("dropHere")}</div> : null}
      <ImportSource
        draft={draft}
        isReading={preview.state.status === "reading"}
        asked={asked}
        error={preview.state.status === "failed" ? preview.state.error : null}
        isTextMissing={isTextMissing}
        onText={changeText}
        heldFile={heldFile}
        onFiles={takeFiles}
        onAddress={(url) => void takeAddress(url)}
        onStopFetching={stopFetching}
        onReading={takeReading}
        onRead={takeRead}
        onReadingGivenUp={giveReadingUp}
        onStartOver={startOver}
      />
      <ImportPreviewPanel
        edits={edits}
        isReading={preview.state.status === "reading"}
        format={draft.format}
        onFormat={draft.capture || draft.reading || heldFile ? null : chooseFormat}
        original={original}
        isBeside={isBeside}
        onBeside={setBeside}
      />
      <ImportDetails
        values={values}
        scales={scales}
        problems={stillWrong(shown, detailProblems(values))}
        refused={saving.refused}
        error={saving.error}
        isBusy={saving.isBusy || isWaiting}
        onChange={changeField}
        onSave={save}
      />
    </div>
  );
}

/** Of the problems that were shown, those that are still there: a new text may have brought what was missing. */
function stillWrong(shown: DetailProblems, now: DetailProblems): DetailProblems {
  return Object.fromEntries(
    Object.entries(shown).filter(([field, problem]) => now[field as DetailField] === problem),
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { titleAmong } from "#domain/edited-kind.ts";
import type { EditedPiece } from "#domain/edited-pieces.ts";
import type { EditMisfit, ImportEdit } from "#domain/import-edit.ts";
import { MAX_IMPORT_EDITS } from "#domain/import-edit.ts";
import { applyImportEdits, editedBlocks } from "#domain/import-edits.ts";
import type { KeptImportEdits } from "./import-draft.ts";
import type { ImportPreview } from "./use-import-preview.ts";

/** A preview that is worked on by hand. */
export interface ImportEdits {
  /** What was understood, with its blocks and title as edited; null before there is anything. */
  preview: ImportPreview | null;
  pieces: readonly EditedPiece[];
  done: readonly ImportEdit[];
  undone: readonly ImportEdit[];
  /** Whether edits were dropped because the text is another one now. */
  hasLost: boolean;
  /** Null: done. */
  make: (edit: ImportEdit) => EditMisfit | null;
  /** The edit that was taken back, or made again; null where there was none. */
  undo: () => ImportEdit | null;
  redo: () => ImportEdit | null;
}

const NONE: readonly ImportEdit[] = [];

/** Hand edits of a preview, each step of which can be taken back; kept with the draft, and only for the text they fit. */
export function useImportEdits(
  last: ImportPreview | null,
  isReading: boolean,
  kept: KeptImportEdits | null,
  keep: (edits: KeptImportEdits | null) => void,
): ImportEdits {
  const t = useTranslations("import.work");
  const announce = useAnnounce();
  const [hasLost, setLost] = useState(false);
  const own = last && kept?.of === last.blocksSha256 ? kept : null;
  const done = own?.done ?? NONE;
  const edited = useMemo(() => (last ? applyImportEdits(last, done) : null), [last, done]);
  const preview = useMemo(() => last && edited && asEdited(last, editedBlocks(edited)), [last, edited]);

  const isOfAnother = last !== null && !isReading && kept !== null && own === null;
  // Kept by another version of this product, or by hand: what does not fit is not half done.
  const isUnfit = edited !== null && edited.unfit !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: dropped once, when the other text has come.
  useEffect(() => {
    if (!isOfAnother && !isUnfit) return;
    const hadSome = (kept?.done.length ?? 0) > 0;
    keep(null);
    if (hadSome) {
      setLost(true);
      announce(t("lost"));
    }
  }, [isOfAnother, isUnfit]);

  const put = (next: readonly ImportEdit[], undone: readonly ImportEdit[]) => {
    if (!last) return;
    setLost(false);
    keep({ of: last.blocksSha256, done: [...next], undone: [...undone] });
  };
  return {
    preview,
    pieces: edited?.pieces ?? [],
    done,
    undone: own?.undone ?? NONE,
    hasLost,
    make: (edit) => {
      if (!last || done.length >= MAX_IMPORT_EDITS) return "too_much";
      const next = [...done, edit];
      const { unfit } = applyImportEdits(last, next);
      if (unfit) return unfit.why;
      put(next, NONE);
      return null;
    },
    undo: () => {
      const edit = done.at(-1);
      if (edit) put(done.slice(0, -1), [...(own?.undone ?? NONE), edit]);
      return edit ?? null;
    },
    redo: () => {
      const edit = own?.undone.at(-1);
      if (edit) put([...done, edit], own?.undone.slice(0, -1) ?? NONE);
      return edit ?? null;
    },
  };
}

/** A title that was chosen, mended or left out by hand is the article's. */
function asEdited(last: ImportPreview, blocks: ImportPreview["blocks"]): ImportPreview {
  const title = titleAmong(blocks);
  return { ...last, blocks, title: title === titleAmong(last.blocks) ? last.title : title };
}

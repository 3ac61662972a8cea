"use client";

import { Button, Switch } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Callout } from "#components/ui/callout.tsx";
import type { Reading } from "#domain/machine-reading.ts";
import classes from "./import.module.css";
import { ImportKeyHelp } from "./import-key-help.tsx";
import { ImportNotes } from "./import-notes.tsx";
import { ImportPaint } from "./import-paint.tsx";
import { ImportTools } from "./import-tools.tsx";
import { ImportUnsure } from "./import-unsure.tsx";
import work from "./import-work.module.css";
import { ImportWorkList } from "./import-work.tsx";
import { Original, type OriginalSource } from "./original.tsx";
import { useBlockCounts } from "./use-block-counts.ts";
import { useFollow } from "./use-follow.ts";
import type { ImportEdits } from "./use-import-edits.ts";
import type { ImportPreview } from "./use-import-preview.ts";
import { useImportWork } from "./use-import-work.ts";
import { useUndoKeys } from "./use-undo-keys.ts";

interface ImportUnderstoodProps {
  preview: ImportPreview;
  edits: ImportEdits;
  /** What stands beside the text; null where it is not looked at. */
  original: OriginalSource | null;
  /** What read it by machine; null where none did. */
  reading: Pick<Reading, "id" | "direction"> | null;
}

/** What was understood, to be worked on, with what it was understood from beside it. */
export function ImportUnderstood({ preview, edits, original, reading }: ImportUnderstoodProps) {
  const t = useTranslations("import.work");
  const doing = useImportWork(edits);
  const [showsJoins, setShowsJoins] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [side, setSide] = useState<"original" | "text">("text");
  const list = useRef<HTMLElement>(null);
  const beside = useRef<HTMLElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  useCounts(preview);
  useUndoKeys(
    () => void doing.act("undo"),
    () => void doing.act("redo"),
  );
  // How far down a page lines begin that run down says nothing of where they stand in the text.
  const canFollow = original !== null && reading?.direction !== "down";
  useFollow(list, beside, canFollow && isFollowing);
  const joins = doing.items.reduce((sum, { type, pieces }) => {
    if (type === "fold") return sum;
    return sum + pieces.reduce((all, { block }) => all + (block.joins?.length ?? 0), 0);
  }, 0);
  const toPage = (page: number) => {
    const item = doing.items.find(({ pieces }) => (pieces[0]?.block.place?.page ?? 0) >= page);
    if (item) doing.focus(item.key);
  };
  const hasPages = doing.items.some(({ pieces }) => pieces[0]?.block.place !== undefined);
  return (
    <>
      <ImportPaint />
      <Counts preview={preview} />
      <ImportNotes notes={preview.notes} {...(hasPages && { onPage: toPage })} />
      {edits.hasLost && (
        <Callout className={work.lost ?? ""} title={t("lostTitle")}>
          {t("lost")}
        </Callout>
      )}
      <ImportTools work={doing} onHelp={() => setHelpOpen(true)} />
      <ImportUnsure work={doing} reading={reading} />
      {(joins > 0 || canFollow) && (
        <div className={work.switches}>
          {joins > 0 && (
            <Switch
              size="xs"
              label={t("joins", { count: joins })}
              checked={showsJoins}
              onChange={(event) => setShowsJoins(event.currentTarget.checked)}
            />
          )}
          {canFollow && (
            <Switch
              size="xs"
              label={t("follow")}
              checked={isFollowing}
              onChange={(event) => setFollowing(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      {original && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields.
        <div className={work.sides} role="group" aria-label={t("sides")}>
          {(["original", "text"] as const).map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={side === name ? "light" : "default"}
              aria-pressed={side === name}
              onClick={() => setSide(name)}
            >
              {t(`side.${name}`)}
            </Button>
          ))}
        </div>
      )}
      <div className={work.beside} data-side={original ? side : undefined}>
        {original && (
          <Original
            source={original}
            paneRef={beside}
            language={preview.language}
            box={doing.place?.box ?? null}
          />
        )}
        <ImportWorkList
          work={doing}
          preview={preview}
          showsJoins={showsJoins}
          listRef={list}
          onHelp={() => setHelpOpen(true)}
        />
      </div>
      <ImportKeyHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

function Counts({ preview: { blocks } }: { preview: ImportPreview }) {
  const countsOf = useBlockCounts();
  return <p className={classes.counts}>{countsOf(blocks)}</p>;
}

/** What was found is said aloud when it was read; what a hand changes says itself. */
function useCounts({ blocks, blocksSha256 }: ImportPreview): void {
  const countsOf = useBlockCounts();
  const announce = useAnnounce();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for what was read.
  useEffect(() => announce(countsOf(blocks)), [blocksSha256]);
}

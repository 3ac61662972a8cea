"use client";

import { useMatches } from "@mantine/core";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { MarginBullet } from "./margin-bullet.tsx";
import { MarginMore } from "./margin-more.tsx";
import { MarginPassage } from "./margin-passage.tsx";
import { MarginStamp } from "./margin-stamp.tsx";
import classes from "./reader-margin.module.css";
import { marginRows } from "./reader-margin-layout.ts";
import { type ReaderMark, useReaderMarks } from "./use-reader-marks.ts";

const selectFocused = (state: WorkbenchState) => state.focusedId;

/** A stamp's height in pixels, the least distance of two rows; the style sheet draws it so. */
const ROW_HEIGHT = 34;

/** Stamps and bullet marks beside the lines they belong to: only those near the viewport, in text order. */
export const ReaderMargin = memo(function ReaderMargin({ layer }: { layer: ClaimLayer }) {
  const t = useTranslations("workbench");
  const marks = useReaderMarks(layer);
  const focusedId = useClaims(selectFocused);
  const slots = useMatches({ base: 1, md: 2 });
  const rows = marginRows(marks, { slots, rowHeight: ROW_HEIGHT, focusedId });
  return (
    <section className={classes.margin} aria-label={t("margin")}>
      {rows.map((row) => (
        <div
          key={row.shown[0]?.id ?? row.top}
          className={classes.row}
          style={{ transform: `translateY(${Math.round(row.top)}px)` }}
        >
          {row.shown.map((mark) => (
            <MarginMark key={mark.id} mark={mark} />
          ))}
          {row.hidden.length > 0 && <MarginMore claimIds={row.hidden.map(({ id }) => id)} />}
        </div>
      ))}
    </section>
  );
});

function MarginMark({ mark: { kind, id } }: { mark: ReaderMark }) {
  if (kind === "passage") return <MarginPassage threadId={id} />;
  return kind === "claim" ? <MarginStamp claimId={id} /> : <MarginBullet blockId={id} />;
}

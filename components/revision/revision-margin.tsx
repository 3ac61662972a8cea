"use client";

import { useMatches } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useState } from "react";
import margin from "#components/article/reader-margin.module.css";
import { type MarginMark, marginRows } from "#components/article/reader-margin-layout.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";

/** A mark's height in pixels; the style sheet draws it so. */
const ROW_HEIGHT = 34;

interface RevisionMarginProps {
  layer: ClaimLayer;
  label: string;
  focusedId: string | null;
  /** The mark of a passage, by its id. */
  children: (id: string) => ReactNode;
}

/** Marks beside the lines of the painted passages in sight. What finds no room in a line is in the list beside the text. */
export function RevisionMargin({ layer, label, focusedId, children }: RevisionMarginProps) {
  const marks = useMarks(layer);
  const slots = useMatches({ base: 1, md: 2 });
  return (
    <section className={margin.margin} aria-label={label}>
      {marginRows(marks, { slots, rowHeight: ROW_HEIGHT, focusedId }).map((row) => (
        <div
          key={row.shown[0]?.id ?? row.top}
          className={margin.row}
          style={{ transform: `translateY(${Math.round(row.top)}px)` }}
        >
          {row.shown.map(({ id }) => children(id))}
        </div>
      ))}
    </section>
  );
}

function useMarks(layer: ClaimLayer): readonly MarginMark[] {
  const [marks, setMarks] = useState<readonly MarginMark[]>([]);
  useLayoutEffect(() => {
    let frame = 0;
    const measure = () =>
      setMarks(
        layer.nearbyClaims().map(({ id, top, height }) => ({ id, top: top + height / 2 - ROW_HEIGHT / 2 })),
      );
    measure();
    const unsubscribe = layer.subscribe(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [layer]);
  return marks;
}

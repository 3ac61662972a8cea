"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { SourceBox } from "#domain/block.ts";
import { type Reading, readingPageAddress } from "#domain/machine-reading.ts";
import classes from "./import-work.module.css";
import pictures from "./reading-pages.module.css";

interface ReadingPagesProps {
  reading: Pick<Reading, "id" | "pages" | "pictures">;
  /** What is being compared: shown in a frame, and scrolled to. */
  box: SourceBox | null;
}

/** The pages that a machine read, as it saw them. */
export function ReadingPages({ reading, box }: ReadingPagesProps) {
  const t = useTranslations("import.original");
  const pages = Array.from({ length: reading.pages ?? 0 }, (_, index) => index + 1);
  return pages.map((page) => (
    <div key={page} className={classes.page} data-page={page}>
      {/* biome-ignore lint/performance/noImgElement: a picture for members only, which is as large as it is needed. */}
      <img
        className={pictures.readPicture}
        src={readingPageAddress(reading.id, page)}
        alt={t("pageOf", { page })}
        {...reading.pictures[page - 1]}
        loading={page > 2 ? "lazy" : undefined}
      />
      <span className={classes.pageNumber} aria-hidden>
        {page}
      </span>
      {box?.page === page && <Frame box={box} />}
    </div>
  ));
}

/** So much of the pane's height stands above what is compared. */
const ABOVE = 0.35;

function Frame({ box }: { box: SourceBox }) {
  const frame = useRef<HTMLDivElement>(null);
  const { x, y, width, height } = box;
  useEffect(() => {
    const element = frame.current;
    const pane = element?.closest("section");
    if (!element || !pane) return;
    const { top, left } = element.getBoundingClientRect();
    const { top: paneTop, left: paneLeft } = pane.getBoundingClientRect();
    pane.scrollTop += top - paneTop - pane.clientHeight * ABOVE;
    if (left < paneLeft || left > paneLeft + pane.clientWidth) pane.scrollLeft += left - paneLeft - 20;
  });
  const percent = (part: number) => `${part * 100}%`;
  return (
    <div
      ref={frame}
      className={pictures.readFrame}
      data-testid="read-frame"
      style={{
        insetInlineStart: percent(x),
        insetBlockStart: percent(y),
        inlineSize: percent(width),
        blockSize: percent(height),
      }}
    />
  );
}

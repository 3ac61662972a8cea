"use client";

import { useState } from "react";
import type { SourceBox } from "#domain/block.ts";
import { type Reading, readingPageAddress } from "#domain/machine-reading.ts";
import classes from "./reading-pages.module.css";

/** In pixels: how tall a line is shown, so that 3 and 8 are told apart, and the largest that a page becomes for it. */
const LINE = 30;
const WIDEST_PAGE = 4000;
/** In pixels, of the window on the page: it shows some characters of the line before and behind. */
const WINDOWS = { across: { width: 320, height: 64 }, down: { width: 200, height: 150 } } as const;

interface ReadingCropProps {
  reading: Pick<Reading, "id" | "direction">;
  box: SourceBox;
  label: string;
}

/** The place that is compared, enlarged out of the picture of its page, with what stands around it. */
export function ReadingCrop({ reading: { id, direction }, box, label }: ReadingCropProps) {
  const [natural, setNatural] = useState<Size | null>(null);
  const { width, height } = WINDOWS[direction];
  const page = natural && enlarged(natural, box, WINDOWS[direction]);
  return (
    <span
      className={classes.crop}
      role="img"
      aria-label={label}
      style={{ inlineSize: width, blockSize: height }}
    >
      {/* biome-ignore lint/performance/noImgElement: the picture that stands beside as well, of which a part is shown. */}
      <img
        src={readingPageAddress(id, box.page)}
        alt=""
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
        style={
          page
            ? { inlineSize: page.width, translate: `${page.left}px ${page.top}px` }
            : { visibility: "hidden" }
        }
      />
      {page && <span className={classes.cropFrame} style={page.frame} />}
    </span>
  );
}

interface Size {
  width: number;
  height: number;
}

/** How large the page is drawn, and where, so that the box stands in the middle of the window. In pixels. */
function enlarged(natural: Size, box: SourceBox, window: Size) {
  const line = Math.max(1, Math.min(box.height * natural.height, box.width * natural.width));
  const scale = Math.min(LINE / line, WIDEST_PAGE / natural.width);
  const width = natural.width * scale;
  const height = natural.height * scale;
  const left = window.width / 2 - (box.x + box.width / 2) * width;
  const top = window.height / 2 - (box.y + box.height / 2) * height;
  const frame = {
    insetInlineStart: left + box.x * width,
    insetBlockStart: top + box.y * height,
    inlineSize: box.width * width,
    blockSize: box.height * height,
  };
  return { width, left, top, frame };
}

"use client";

import { useEffect, useState } from "react";
import type { OutlineSection } from "./outline-sections.ts";

/** How far below the window's top a heading must have come to count as read, in pixels. */
const READING_LINE = 160;

/** The section the reader is in: the last whose heading has passed the reading line. Measured once a frame. */
export function useSectionInView(sections: readonly OutlineSection[]): string | null {
  const [inView, setInView] = useState<string | null>(null);
  const ids = sections.map(({ blockId }) => blockId).join(" ");
  useEffect(() => {
    let frame = 0;
    const look = () => {
      const passed = ids.split(" ").findLast((id) => {
        const element = document.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
        return element !== null && element.getBoundingClientRect().top < READING_LINE;
      });
      setInView(passed ?? ids.split(" ")[0] ?? null);
    };
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    document.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", onScroll);
    };
  }, [ids]);
  return inView;
}

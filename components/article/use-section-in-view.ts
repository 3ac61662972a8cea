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
    let headings: Element[] = [];
    const look = () => {
      // The editor puts elements of its own in the place of the server's; until then those are the ones to look at.
      const areThere = headings.length > 0 && headings.every((heading) => heading.isConnected);
      if (!areThere) headings = headingsOf(ids.split(" "));
      const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < READING_LINE);
      setInView((passed ?? headings[0])?.getAttribute("data-block-id") ?? null);
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

/** The elements of these blocks, in one walk over the text. */
function headingsOf(ids: readonly string[]): Element[] {
  const wanted = new Set(ids);
  return [...document.querySelectorAll("[data-block-id]")].filter((element) =>
    wanted.has(element.getAttribute("data-block-id") ?? ""),
  );
}

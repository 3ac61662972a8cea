"use client";

import { useEffect, useRef, useState } from "react";

/** Takes files dropped anywhere on the window, at least one; answers whether some are held over it now. */
export function useFileDrop(onFiles: (files: readonly [File, ...File[]]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });

  useEffect(() => {
    // Enter and leave fire for every element on the way; only the balance tells whether the file is over the window.
    let depth = 0;
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const handlers = {
      dragenter: (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      dragover: (event: DragEvent) => {
        if (carriesFile(event)) event.preventDefault();
      },
      dragleave: (event: DragEvent) => {
        if (!carriesFile(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      drop: (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        depth = 0;
        setOver(false);
        const [first, ...more] = event.dataTransfer?.files ?? [];
        if (first) take.current([first, ...more]);
      },
    };
    const stop = new AbortController();
    for (const [name, handler] of Object.entries(handlers))
      window.addEventListener(name as keyof typeof handlers, handler, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return isOver;
}

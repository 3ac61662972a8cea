"use client";

import { useState } from "react";
import type { Scale } from "#domain/scale.ts";
import { ImportArticle } from "./import-article.tsx";
import { ImportFiles } from "./import-files.tsx";

/** Where articles come in: one with everything said about it, or several files in a list. */
export function ImportDesk({ scales }: { scales: Scale[] }) {
  const [files, setFiles] = useState<readonly File[] | null>(null);
  if (files) return <ImportFiles scales={scales} first={files} onLeave={() => setFiles(null)} />;
  // What was typed before is kept by the tab, and there again when the list is left.
  return <ImportArticle scales={scales} onSeveral={setFiles} />;
}

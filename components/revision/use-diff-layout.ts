"use client";

import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import type { DiffLayout } from "./diff-row.tsx";

/** Narrower, two columns of an article have no room for a sentence. */
const WIDE = "(min-width: 56em)";
const STORAGE_KEY = "uratori-diff-layout";

/** Side by side where there is room and nobody chose otherwise; what was chosen is remembered by this browser. */
export function useDiffLayout(): { layout: DiffLayout; choose: (layout: DiffLayout) => void } {
  const isWide = useMediaQuery(WIDE, true) ?? true;
  const [chosen, choose] = useLocalStorage<DiffLayout>({ key: STORAGE_KEY, defaultValue: "beside" });
  return { layout: isWide && chosen !== "inline" ? "beside" : "inline", choose };
}

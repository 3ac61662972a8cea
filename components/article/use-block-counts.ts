"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { BLOCK_KINDS, type BlockKind, HEADING_LEVELS } from "#domain/block.ts";
import type { ImportPreview } from "./use-import-preview.ts";

/** The title has a field of its own and is no section. */
const TITLE_LEVEL: Partial<Record<BlockKind, number>> = { heading: HEADING_LEVELS.title };

/** Worth a word only where there are some. */
const RARE_KINDS: ReadonlySet<BlockKind> = new Set(["cell", "figure", "footnote"]);

/** Says in one line how many blocks of each kind there are. */
export function useBlockCounts(): (blocks: ImportPreview["blocks"]) => string {
  const t = useTranslations("import.preview");
  return useCallback(
    (blocks) => {
      const count = (kind: BlockKind) =>
        kind === "cell"
          ? tableCount(blocks)
          : blocks.filter((block) => block.kind === kind && block.level !== TITLE_LEVEL[kind]).length;
      return BLOCK_KINDS.map((kind) => ({ kind, count: count(kind) }))
        .filter(({ kind, count }) => count > 0 || !RARE_KINDS.has(kind))
        .map(({ kind, count }) => t(`counts.${kind}`, { count }))
        .join(" ・ ");
    },
    [t],
  );
}

/** A table is counted once, not by its cells. */
const tableCount = (blocks: ImportPreview["blocks"]): number =>
  new Set(blocks.map(({ details }) => details?.cell?.table).filter((table) => table !== undefined)).size;

import type { BlockKind, ParsedBlock } from "#domain/block.ts";
import { HEADING_LEVELS } from "#domain/block.ts";
import { oneLine } from "./join-lines.ts";

/** Depths and levels below the sixth are shown as the sixth. */
export function atMostDeepest(level: number): number {
  return Math.min(Math.max(level, 1), HEADING_LEVELS.deepest);
}

/** Adds a block unless its text is nothing but white space. `level` counts for headings and bullets only. */
export function addBlock(
  blocks: ParsedBlock[],
  kind: BlockKind,
  text: string,
  { level = null, details }: Pick<Partial<ParsedBlock>, "level" | "details"> = {},
): void {
  const line = oneLine(text);
  if (line === "") return;
  const hasLevel = kind === "heading" || kind === "bullet";
  blocks.push({
    kind,
    level: hasLevel ? atMostDeepest(level ?? HEADING_LEVELS.section) : null,
    text: line,
    ...(details && { details }),
  });
}

import { HEADING_LEVELS } from "#domain/block.ts";

/** Depths and levels below the sixth are shown as the sixth. */
export function atMostDeepest(level: number): number {
  return Math.min(Math.max(level, 1), HEADING_LEVELS.deepest);
}

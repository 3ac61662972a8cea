import { codeOf } from "#components/api/failure.ts";
import { READING_LIMITS, READING_MEDIA_TYPES } from "#domain/machine-reading.ts";
import { TooLarge } from "./use-import-preview.ts";

/**
 * Whether a file that could not come in may be read by machine: because it is made of pictures (`pictures`), or because it
 * is too large to come in as text (`large`). Null where that would be of no use.
 */
export function readableByMachine(file: File, error: unknown): "pictures" | "large" | null {
  if (file.size > READING_LIMITS.bytes) return null;
  if (error instanceof TooLarge) return isPageFile(file) ? "large" : null;
  const code = codeOf(error);
  return code === "ARTICLE_SCAN" || code === "ARTICLE_PICTURE" ? "pictures" : null;
}

const isPageFile = ({ type }: File): boolean => READING_MEDIA_TYPES.some((known) => known === type);

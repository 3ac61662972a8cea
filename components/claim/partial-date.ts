import { partialDateSchema } from "#domain/source.ts";

/**
 * What a person typed as a date, in the form it is stored: `2025年9月2日`, `2025/9/2`, `２０２５．９` and `2025-9` are
 * all understood. Empty answers null; what is no date answers undefined, and is left to the person to mend.
 */
export function readPartialDate(typed: string): string | null | undefined {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  const parts = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
  return partialDateSchema.safeParse(date).success ? date : undefined;
}

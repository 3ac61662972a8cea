import * as domain from "#domain/partial-date.ts";

/**
 * What a person typed as a date, in the form it is stored: `2025年9月2日`, `2025/9/2`, `２０２５．９` and `2025-9` are
 * all understood. Empty answers null; what is no date answers undefined, and is left to the person to mend.
 */
export function readPartialDate(typed: string): string | null | undefined {
  return typed.trim() === "" ? null : (domain.readPartialDate(typed) ?? undefined);
}

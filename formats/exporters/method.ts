import { changesIn } from "#domain/import-edit.ts";
import type { Locale } from "#domain/localized.ts";
import { machineReadFacts } from "#domain/machine-reading.ts";
import type { Report } from "#domain/report.ts";
import { WORDS } from "./words.ts";

/**
 * How the work was done, a paragraph each: with what was changed by hand when the text came in, and that a machine read it
 * from pictures, where that was so.
 */
export function methodOf(
  { desk, revision: { editedByHand = {}, machineRead } }: Report,
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const changes = changesIn(editedByHand);
  const edited = changes > 0 ? [words.editedByHand(changes, editedByHand.correct ?? 0)] : [];
  const read = machineRead ? [words.machineRead(machineReadFacts(machineRead))] : [];
  return [...words.methodText(desk), ...edited, ...read];
}

import { z } from "zod";

/** A date as precise as it is known: a year, a month, or a day. */
export const partialDateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** ISO 8601 with a time; its day is the one its writer saw on the clock, whatever the offset. */
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}[\d:.,Z+-]{0,30}$/;

/** What is taken for a partial date: also a date-time, of which the day is kept. Never a day that no calendar has. */
export const givenDateSchema = z
  .string()
  .transform((text) => WITH_TIME.exec(text)?.[1] ?? text)
  .pipe(
    partialDateSchema.refine(isInCalendar, {
      message: "No calendar has this day",
      params: { why: "no_such_day" },
    }),
  );

/**
 * A date as people type it, as the ISO form we keep: `2025/9/2`, `2025.9`, `2025年9月2日`, in digits of either width, and
 * the ISO form itself. As precise as it was typed; null where it is no date, or a day that no calendar has.
 */
export function readPartialDate(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .trim()
    .replace(/\s*[年月/.]\s*/g, "-")
    .replace(/-$|日$/, "");
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (!match) return null;
  const date = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
  return partialDateSchema.safeParse(date).success && isInCalendar(date) ? date : null;
}

/** False for 30 February and its like. Years and months alone are always there. */
function isInCalendar(date: string): boolean {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return true;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

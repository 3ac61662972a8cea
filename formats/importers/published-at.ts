/** ISO 8601 date-times, also with the space that some write for the `T`; the offset is kept as given. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?$/;
const ERA = /^(令和|平成|昭和)\s*(元|\d{1,2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
const DAY_FIRST =
  /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u;
const MONTH_FIRST = /^(?:\p{L}{2,9}\.?,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
/** As mail and some templates write it: `Wed, 03 Sep 2025 10:00:00 +0900`. */
const CLOCK = /^[,\s]*(\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})$/;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/**
 * A date as pages and front matter give it, as an ISO 8601 date or date-time; null for what is no date.
 * `2025/9/3 10:00` and `2025年9月3日` keep only their date: they do not say in which time zone. What may be a day or a
 * month first (`03/09/2025`) is no date.
 */
export function publishedAtFrom(written: string): string | null {
  const text = written.normalize("NFKC").trim().slice(0, 200);
  const parts = partsOf(text);
  if (!parts) return null;
  const [year, month, day] = parts.map(String);
  if (!year || !month || !day) return null;
  const date = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // 30 February parses, as a day of March.
  if (!new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)) return null;
  return dateTimeOf(text, date) ?? date;
}

function partsOf(text: string): (string | number)[] | null {
  const [, era, count, eraMonth, eraDay] = ERA.exec(text) ?? [];
  if (era && count && eraMonth && eraDay)
    return [(ERAS[era] ?? 0) + (count === "元" ? 1 : Number(count)), eraMonth, eraDay];
  const numbers = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (numbers) return numbers.slice(1, 4);
  const [, firstDay, secondMonth, firstYear] = DAY_FIRST.exec(text) ?? [];
  const [, firstMonth, secondDay, secondYear] = MONTH_FIRST.exec(text) ?? [];
  const month = monthOf(secondMonth) ?? monthOf(firstMonth);
  if (month === null) return null;
  if (monthOf(secondMonth) !== null && firstDay && firstYear) return [firstYear, month, firstDay];
  return secondDay && secondYear ? [secondYear, month, secondDay] : null;
}

const FULL_MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function monthOf(name: string | undefined): number | null {
  if (!name || !FULL_MONTHS.test(name)) return null;
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The date with its time of day where the text gives both in a form whose offset, if any, is certain. */
function dateTimeOf(text: string, date: string): string | null {
  const [, , clock, offset = ""] = ISO.exec(text) ?? [];
  const zone = /^utc$/i.test(offset) ? "Z" : offset.toUpperCase();
  if (clock && (zone !== "" || text.charAt(10).toUpperCase() === "T"))
    return valid(`${date}T${clock}${zone}`);
  const rest = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.[0];
  const [, time, sent = ""] = CLOCK.exec(rest === undefined ? "" : text.slice(rest.length)) ?? [];
  if (!time) return null;
  const padded = time.length % 3 === 1 ? `0${time}` : time;
  return valid(`${date}T${padded}${/^(?:z|gmt|utc)$/i.test(sent) ? "Z" : sent}`);
}

function valid(dateTime: string): string | null {
  return Number.isNaN(Date.parse(dateTime)) ? null : dateTime;
}

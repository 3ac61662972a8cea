"use client";

import { useFormatter } from "next-intl";

/** A date as precise as it is known (`2025`, `2025-09`, `2025-09-02`), in the reader's language. */
export function PartialDate({ value }: { value: string }) {
  const format = useFormatter();
  const [year = "", month, day] = value.split("-");
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const text = format.dateTime(moment, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: day ? "short" : "long" }),
    ...(day && { day: "numeric" }),
  });
  return <time dateTime={value}>{text}</time>;
}

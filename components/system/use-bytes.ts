"use client";

import { useFormatter } from "next-intl";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** An amount of bytes for people, in the unit that leaves one to three digits before the point; 1 kB is 1,000 bytes. */
export function useBytes(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
    return format.number(bytes / 1000 ** power, {
      style: "unit",
      unit: UNITS[power] ?? "byte",
      maximumFractionDigits: power === 0 ? 0 : 1,
    });
  };
}

/** Browsers and systems a session's list can name. These are proper names, the same in every language. */
export const BROWSERS = ["Chrome", "Edge", "Firefox", "Safari", "Opera", "Samsung Internet"] as const;
export const SYSTEMS = ["Windows", "macOS", "iOS", "iPadOS", "Android", "ChromeOS", "Linux"] as const;

export interface Device {
  browser: (typeof BROWSERS)[number] | null;
  system: (typeof SYSTEMS)[number] | null;
}

/**
 * What tells each browser from those that call themselves by its name as well: the first that fits counts. Everybody is
 * "Safari", and most are "Chrome".
 */
const BROWSER_MARKS: readonly [RegExp, Device["browser"]][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPiOS)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|HeadlessChrome|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*\bSafari\//, "Safari"],
];

/** Phones name the system of desks they descend from, so they are asked first. */
const SYSTEM_MARKS: readonly [RegExp, Device["system"]][] = [
  [/\biPad\b/, "iPadOS"],
  [/\b(?:iPhone|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac(?:intosh| OS X)\b/, "macOS"],
  [/\b(?:Linux|X11)\b/, "Linux"],
];

/** As much as is read of a user agent, in UTF-16 units: it is whatever its sender likes. */
const LONGEST = 1_000;

/** What a `User-Agent` header says of a browser and its system; null for what is none of those we can name. */
export function deviceOf(userAgent: string | null): Device {
  const said = (userAgent ?? "").slice(0, LONGEST);
  const named = <Name>(marks: readonly [RegExp, Name][]): Name | null =>
    marks.find(([mark]) => mark.test(said))?.[1] ?? null;
  return { browser: named(BROWSER_MARKS), system: named(SYSTEM_MARKS) };
}

/** What a key of the migration report does. Each has its words in the messages of `versions.keys`. */
export const REPORT_ACTIONS = [
  "next",
  "previous",
  "nextUndecided",
  "confirm",
  "place",
  "caret",
  "drop",
  "takeBack",
  "text",
  "diff",
  "save",
  "help",
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

export const REPORT_GROUPS = ["reading", "deciding", "everywhere"] as const;

/** The one key map of the report: the handler obeys it and the help prints it. Candidates are 1 to 9 besides. */
export const REPORT_KEYS: Record<
  ReportAction,
  { key: string; cap: string; group: (typeof REPORT_GROUPS)[number] }
> = {
  next: { key: "j", cap: "J", group: "reading" },
  previous: { key: "k", cap: "K", group: "reading" },
  nextUndecided: { key: "u", cap: "U", group: "reading" },
  text: { key: "t", cap: "T", group: "reading" },
  diff: { key: "v", cap: "V", group: "reading" },
  confirm: { key: "enter", cap: "Enter", group: "deciding" },
  caret: { key: "i", cap: "I", group: "deciding" },
  place: { key: "h", cap: "H", group: "deciding" },
  drop: { key: "d", cap: "D", group: "deciding" },
  takeBack: { key: "z", cap: "Z", group: "deciding" },
  save: { key: "s", cap: "S", group: "everywhere" },
  help: { key: "?", cap: "?", group: "everywhere" },
};

/** Keys that pick a candidate: 1 is the likeliest. */
export const CANDIDATE_KEYS = 9;

/** The report's action for a key, or which candidate it picks (from 0); null for every other key. */
export function reportActionOf(key: string): ReportAction | number | null {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  if (key === "arrowdown") return "next";
  if (key === "arrowup") return "previous";
  return REPORT_ACTIONS.find((action) => REPORT_KEYS[action].key === key) ?? null;
}

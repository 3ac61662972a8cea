/** What can be done to a preview by a key. */
export const IMPORT_ACTIONS = [
  "next",
  "previous",
  "first",
  "last",
  "title",
  "heading",
  "paragraph",
  "bullet",
  "quotation",
  "join",
  "joinLines",
  "caret",
  "split",
  "leaveOut",
  "nextUnsure",
  "compared",
  "correct",
  "undo",
  "redo",
  "help",
] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export const IMPORT_KEY_GROUPS = ["moving", "kinds", "edges", "unsure", "everywhere"] as const;

interface ImportKey {
  action: ImportAction;
  group: (typeof IMPORT_KEY_GROUPS)[number];
  /** As `KeyboardEvent.key` in small letters. Those of `undo` and `redo` go with Ctrl or ⌘. */
  keys: readonly string[];
  /** As they are printed on keys. */
  caps: readonly string[];
}

/** The keys of the preview: J, K, U and I do what they do on the workbench. Read by the handler and the list of keys. */
export const IMPORT_KEY_MAP: readonly ImportKey[] = [
  { action: "next", group: "moving", keys: ["j", "arrowdown"], caps: ["J", "↓"] },
  { action: "previous", group: "moving", keys: ["k", "arrowup"], caps: ["K", "↑"] },
  { action: "first", group: "moving", keys: ["home"], caps: ["Home"] },
  { action: "last", group: "moving", keys: ["end"], caps: ["End"] },
  { action: "title", group: "kinds", keys: ["t"], caps: ["T"] },
  { action: "heading", group: "kinds", keys: ["h"], caps: ["H"] },
  { action: "paragraph", group: "kinds", keys: ["p"], caps: ["P"] },
  { action: "bullet", group: "kinds", keys: ["b"], caps: ["B"] },
  { action: "quotation", group: "kinds", keys: ["q"], caps: ["Q"] },
  { action: "join", group: "edges", keys: ["m", "backspace"], caps: ["M", "Backspace"] },
  { action: "joinLines", group: "edges", keys: ["l"], caps: ["L"] },
  { action: "caret", group: "edges", keys: ["i"], caps: ["I"] },
  { action: "split", group: "edges", keys: ["s"], caps: ["S"] },
  { action: "leaveOut", group: "edges", keys: ["x", "delete"], caps: ["X", "Delete"] },
  { action: "nextUnsure", group: "unsure", keys: ["u"], caps: ["U"] },
  { action: "compared", group: "unsure", keys: ["c"], caps: ["C"] },
  { action: "correct", group: "unsure", keys: ["e"], caps: ["E"] },
  { action: "undo", group: "everywhere", keys: [], caps: ["Ctrl/⌘", "Z"] },
  { action: "redo", group: "everywhere", keys: [], caps: ["Ctrl/⌘", "Shift", "Z"] },
  { action: "help", group: "everywhere", keys: ["?"], caps: ["?"] },
];

/** What a key without Ctrl or ⌘ does; null for one that does nothing here. */
export const importActionOf = (key: string): ImportAction | null =>
  IMPORT_KEY_MAP.find(({ keys }) => keys.includes(key))?.action ?? null;

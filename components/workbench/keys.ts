import { isComposing } from "#components/ui/typing.ts";

/** What a key of the workbench does. Each has its words in the messages of `keys`. */
export const WORKBENCH_ACTIONS = [
  "nextClaim",
  "previousClaim",
  "nextUnsettled",
  "nextUnmarked",
  "markSelection",
  "markBullet",
  "dismissBullet",
  "placeSelection",
  "caret",
  "verdict",
  "evidence",
  "assign",
  "discuss",
  "settle",
  "deleteClaim",
  "undo",
  "redo",
  "help",
  "close",
] as const;
export type WorkbenchAction = (typeof WORKBENCH_ACTIONS)[number];

/** The groups of the help sheet, in the order they are shown. */
export const KEY_GROUPS = ["reading", "marking", "settling", "everywhere"] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export interface KeyBinding {
  action: WorkbenchAction;
  group: KeyGroup;
  /** `KeyboardEvent.key` in lower case; letters follow the layout and not the place on the board. */
  key: string;
  shift?: true;
  /** Control, or Command on a Mac. */
  mod?: true;
}

/**
 * The one key map: the handler obeys it and the help sheet prints it.
 * `?` carries no `shift`, because on some layouts it needs none.
 */
export const KEY_MAP: readonly KeyBinding[] = [
  { action: "nextClaim", group: "reading", key: "j" },
  { action: "previousClaim", group: "reading", key: "k" },
  { action: "nextUnsettled", group: "reading", key: "u" },
  { action: "nextUnmarked", group: "reading", key: "u", shift: true },
  { action: "caret", group: "marking", key: "i" },
  { action: "markSelection", group: "marking", key: "n" },
  { action: "markBullet", group: "marking", key: "b" },
  { action: "dismissBullet", group: "marking", key: "d" },
  { action: "placeSelection", group: "marking", key: "h" },
  { action: "verdict", group: "settling", key: "v" },
  { action: "evidence", group: "settling", key: "e" },
  { action: "assign", group: "settling", key: "a" },
  { action: "discuss", group: "settling", key: "c" },
  { action: "settle", group: "settling", key: "s" },
  { action: "deleteClaim", group: "settling", key: "delete" },
  { action: "undo", group: "everywhere", key: "z", mod: true },
  { action: "redo", group: "everywhere", key: "z", mod: true, shift: true },
  { action: "help", group: "everywhere", key: "?" },
  { action: "close", group: "everywhere", key: "escape" },
];

/** What of a `KeyboardEvent` decides. */
export interface KeyPress {
  key: string;
  keyCode: number;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/** The action of a key press, or null. Never one while an input method composes. */
export function actionOf(press: KeyPress): WorkbenchAction | null {
  if (isComposing(press)) return null;
  if (press.altKey) return null;
  const key = press.key.toLowerCase();
  const mod = press.ctrlKey || press.metaKey;
  const isLetter = /^[a-z]$/.test(key);
  const binding = KEY_MAP.find(
    (candidate) =>
      candidate.key === key &&
      (candidate.mod ?? false) === mod &&
      (!isLetter || (candidate.shift ?? false) === press.shiftKey),
  );
  return binding?.action ?? null;
}

/** The binding of an action, for printing it where it works. */
export function bindingOf(action: WorkbenchAction): KeyBinding | null {
  return KEY_MAP.find((binding) => binding.action === action) ?? null;
}

/** The keycaps of a binding, in the order they are pressed. `isMac` chooses ⌘ and ⇧ over words. */
export function keycapsOf(binding: KeyBinding, isMac: boolean): string[] {
  const caps: string[] = [];
  if (binding.mod) caps.push(isMac ? "⌘" : "Ctrl");
  if (binding.shift) caps.push("⇧");
  caps.push(NAMED_KEYS[binding.key] ?? binding.key.toUpperCase());
  return caps;
}

const NAMED_KEYS: Record<string, string> = { escape: "Esc", delete: "Del" };

import type { PaletteAction, PaletteGroup } from "./actions.tsx";

/** The groups with only those actions in which every word of `query` is found; groups left empty are dropped. */
export function matchGroups(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({ ...group, actions: group.actions.filter((action) => hasAll(action, words)) }))
    .filter((group) => group.actions.length > 0);
}

function hasAll({ label, description, keywords }: PaletteAction, words: string[]): boolean {
  const text = plain([label, description ?? "", ...(keywords ?? [])].join(" "));
  return words.every((word) => text.includes(word));
}

/** Without regard to case, width, or whether it was typed in hiragana or katakana. */
function plain(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase();
  return folded.replace(/[\u30a1-\u30f6]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE),
  );
}

/** How far a katakana letter's code stands behind its hiragana. */
const KANA_DISTANCE = 0x60;

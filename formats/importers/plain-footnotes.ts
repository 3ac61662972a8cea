import type { BlockMark, ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import type { PlainLine } from "./plain-lines.ts";

/** How a footnote begins: `[1]`, `※1`, `*1`, `（注1）`, `注1）`, with figures of either width. */
const SIGN =
  /[[［][\d０-９]{1,3}[\]］]|[※*＊][\d０-９]{1,3}(?![\d０-９])|[(（]注\s?[\d０-９]{1,3}[)）]|注\s?[\d０-９]{1,3}[)）]/gu;

/** Cheaper than to look for a sign in every line of a long text. */
const MAY_HOLD_SIGN = /[[［※*＊注]/u;

/** What two signs have in common that mean one note, whatever their width: `※1` for `※１`, `注1` for `（注１）`. */
const keyOf = (sign: string): string => sign.normalize("NFKC").replace(/[[\]()\s]/gu, "");

export interface PlainFootnote {
  /** As the text prints it. */
  sign: string;
  label: string;
  /** The line without its sign. */
  text: string;
}

/**
 * The lines that are footnotes, by their index: each begins with a sign that an earlier line has inside it, which is the
 * only thing that makes one sure.
 */
export function plainFootnotes(lines: readonly PlainLine[]): Map<number, PlainFootnote> {
  const referred = new Set<string>();
  const notes = new Map<number, PlainFootnote>();
  const labels = new Set<string>();
  for (const [index, { text }] of lines.entries()) {
    if (!MAY_HOLD_SIGN.test(text)) continue;
    for (const { 0: sign, index: at } of text.matchAll(SIGN)) {
      const key = keyOf(sign);
      if (at > 0) referred.add(key);
      const rest = text.slice(sign.length).trim();
      const label = sign.replace(/[[\]［］()（）\s]/gu, "");
      if (at !== 0 || !referred.has(key) || rest === "" || labels.has(label)) continue;
      labels.add(label);
      notes.set(index, { sign, label, text: rest });
    }
  }
  return notes;
}

/** `blocks` with every place marked that refers to one of `notes`. */
export function withReferences(
  blocks: readonly ParsedBlock[],
  notes: ReadonlyMap<number, PlainFootnote>,
): ParsedBlock[] {
  if (notes.size === 0) return [...blocks];
  const labels = new Map([...notes.values()].map(({ sign, label }) => [keyOf(sign), label]));
  return blocks.map((block) => {
    if (block.kind === "footnote" || !MAY_HOLD_SIGN.test(block.text)) return block;
    const marks = [...block.text.matchAll(SIGN)].flatMap(({ 0: sign, index }): BlockMark[] => {
      const label = labels.get(keyOf(sign));
      const start = codePointLength(block.text.slice(0, index));
      return label ? [{ type: "note", start, end: start + codePointLength(sign), label }] : [];
    });
    const all = [...(block.details?.marks ?? []), ...marks].sort((one, other) => one.start - other.start);
    return marks.length > 0 ? { ...block, details: { ...block.details, marks: all } } : block;
  });
}

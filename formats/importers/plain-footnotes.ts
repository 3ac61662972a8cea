import type { BlockMark, ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import type { PlainLine } from "./plain-lines.ts";

/** How a footnote begins: `[1]`, `※1`, `*1`, `（注1）`. */
const SIGN = /(?:\[|［)\d{1,3}(?:\]|］)|[※*＊]\d{1,3}(?!\d)|[(（]注\s?\d{1,3}[)）]/gu;

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
    for (const { 0: sign, index: at } of text.matchAll(SIGN)) {
      if (at > 0) referred.add(sign);
      const rest = text.slice(sign.length).trim();
      const label = sign.replace(/[[\]［］()（）\s]/gu, "");
      if (at !== 0 || !referred.has(sign) || rest === "" || labels.has(label)) continue;
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
  const labels = new Map([...notes.values()].map(({ sign, label }) => [sign, label]));
  return blocks.map((block) => {
    if (block.kind === "footnote") return block;
    const marks = [...block.text.matchAll(SIGN)].flatMap(({ 0: sign, index }): BlockMark[] => {
      const label = labels.get(sign);
      const start = codePointLength(block.text.slice(0, index));
      return label ? [{ type: "note", start, end: start + codePointLength(sign), label }] : [];
    });
    return marks.length > 0 ? { ...block, details: { ...block.details, marks } } : block;
  });
}

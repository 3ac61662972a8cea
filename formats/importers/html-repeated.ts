import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import type { Furniture } from "./left-out.ts";
import { wordsAlone } from "./same-words.ts";

/** Letters. Shorter texts may well be said twice. */
const LEAST = 40;
const LEAST_TITLE = 12;
/** Letters that a caption has beyond what is said of its picture: who took it, and when. */
const CREDIT = 80;
/** A gallery writes a picture's words several times, so many blocks from one another at most. */
const NEAR = 12;

/**
 * Blocks in which a picture that has only the words nobody sees (`alt`) and the caption right beside it, which says the same,
 * are one figure: the caption's.
 */
export function withCaptions(
  blocks: readonly ParsedBlock[],
  isApart: (block: ParsedBlock) => boolean,
): ParsedBlock[] {
  const out: ParsedBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (!block) continue;
    const before = out.at(-1);
    if (!isSaidOnly(block) || isApart(block)) out.push(block);
    else if (next && isCaptionOf(next, block) && !isApart(next)) {
      out.push(figureOf(next, block));
      at += 1;
    } else if (before && isCaptionOf(before, block) && !isApart(before))
      out[out.length - 1] = figureOf(before, block);
    else out.push(block);
  }
  return out;
}

const isSaidOnly = ({ kind, text, details }: ParsedBlock): boolean =>
  kind === "figure" && details?.picture?.alt === text;

function isCaptionOf({ kind, text }: ParsedBlock, { text: alt }: ParsedBlock): boolean {
  if (kind !== "paragraph" && kind !== "bullet") return false;
  const said = wordsAlone(alt);
  if (said === "") return false;
  // A name is said of a picture and begins many a paragraph: only what stands alone or is long is sure to be its caption.
  if (wordsAlone(text) === said || wordsAlone(withoutCredit(text)) === said) return true;
  const words = wordsAlone(text);
  return said.length >= LEAST && words.startsWith(said) && words.length <= said.length + CREDIT;
}

/** Who took a picture, as a caption ends: `(Photo: AP)`, （写真＝鈴木花子）, `Image: NASA`. */
const CREDITED =
  /\s*(?:[(（[［][^()（）[\]［］]{1,80}[)）\]］]|(?:photo|image|picture|credit|source|写真|撮影|画像|提供|出典)\s*(?:by|credit)?[:：=＝][^.。]{1,80})\s*$/iu;

/** Looked for near the end only: a pattern that ends in `$` tries every place. */
const withoutCredit = (text: string): string =>
  text.length <= LONGEST_CAPTION ? text.replace(CREDITED, "") : text;
const LONGEST_CAPTION = 500;

function figureOf({ text, details: own }: ParsedBlock, { details, ...figure }: ParsedBlock): ParsedBlock {
  return { ...figure, text, details: { ...details, ...(own?.marks && { marks: own.marks }) } };
}

/** What stands in a text already, though its page shows it again: the words of a picture near it, and the title. */
export function repeatedIn(blocks: readonly ParsedBlock[], title: string | null): Furniture {
  const found: Furniture = new Map();
  const heading = wordsAlone(title ?? "");
  /** The words of the pictures that are near, and where they stood last. */
  let pictures: { words: string; at: number }[] = [];
  let isTitled = false;
  for (const [at, block] of blocks.entries()) {
    const words = wordsAlone(block.text);
    if (block.kind === "heading") {
      isTitled ||= block.level === HEADING_LEVELS.title;
      continue;
    }
    if (block.kind === "cell" || block.kind === "footnote") continue;
    if (isTitled && words === heading && words.length >= LEAST_TITLE) found.set(block, "repeated");
    if (words.length < LEAST) continue;
    pictures = pictures.filter((picture) => at - picture.at <= NEAR);
    const known = pictures.find((picture) => picture.words.includes(words));
    if (known) {
      found.set(block, "repeated");
      known.at = at;
    } else if (block.kind === "figure") pictures.push({ words, at });
  }
  return found;
}

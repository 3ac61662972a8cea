import type { ParsedArticle } from "#domain/article-import.ts";
import { type ApartDocument, kanaLabel, type Line, linesOf, type Run } from "./apart.ts";

const GLYPHS = { raised: "⁰¹²³⁴⁵⁶⁷⁸⁹", lowered: "₀₁₂₃₄₅₆₇₈₉" } as const;
const SIGNS = { raised: "^", lowered: "_" } as const;

/** A run's word in the characters that Unicode has for it; null where it has none. */
function glyphsOf({ look, word }: Run): string | null {
  if ((look !== "raised" && look !== "lowered") || !/^[0-9]+$/.test(word)) return null;
  return [...word].map((digit) => GLYPHS[look].charAt(Number(digit))).join("");
}

/**
 * Where an article does not keep the law (decision 021), in words; empty where it does: no two characters that a reader of
 * the source sees apart are neighbours in a block, and no word a reader sees is missing without being named.
 */
export function brokenLaw(document: ApartDocument, article: ParsedArticle): string[] {
  const texts = article.blocks.map(({ text }) => text);
  const lines = linesOf(document);
  const wrapped = document.wrapped.join("");
  return [
    ...(texts.includes(wrapped) ? [] : ["the wrapped paragraph is not one block"]),
    ...neighbours(texts, lines),
    ...lines.flat().flatMap((run) => missing(run, texts, article)),
    ...document.pieces.flatMap((piece) =>
      piece.is === "list" && piece.label === "kana" ? lostLabels(piece.items, article) : [],
    ),
  ];
}

interface Owner {
  run: Run;
  /** Counted over the whole document; a line's runs follow each other, and between two lines one number is left out. */
  at: number;
  isGlyph: boolean;
}

function ownersOf(lines: readonly Line[]): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  let at = 0;
  for (const line of lines) {
    at += 2;
    for (const run of line) {
      at += 1;
      const glyphs = glyphsOf(run);
      for (const character of glyphs ?? "") owners.set(character, { run, at, isGlyph: true });
      if (glyphs === null) for (const character of run.word) owners.set(character, { run, at, isGlyph: false });
    }
  }
  return owners;
}

function neighbours(texts: readonly string[], lines: readonly Line[]): string[] {
  const owners = ownersOf(lines);
  return texts.flatMap((text) => {
    const characters = [...text];
    return characters.flatMap((character, index) => {
      const one = owners.get(character);
      const other = owners.get(characters[index + 1] ?? "");
      if (!one || !other || mayTouch(one, other)) return [];
      return [`${one.run.word} (${one.run.look}) touches ${other.run.word} (${other.run.look}): ${text}`];
    });
  });
}

/** Runs of one line: what was added is part of its text, and a raised figure is told by its own character. */
function mayTouch(one: Owner, other: Owner): boolean {
  if (one.at === other.at) return true;
  if (other.at !== one.at + 1) return false;
  const isFlowing = ({ run: { look } }: Owner) => look === "plain" || look === "inserted";
  return (isFlowing(one) && isFlowing(other)) || one.isGlyph || other.isGlyph;
}

function missing(run: Run, texts: readonly string[], { blocks, notes }: ParsedArticle): string[] {
  const { look, word } = run;
  const stands = (written: string) => texts.some((text) => text.includes(written));
  if (look === "struck") {
    const marks = blocks.flatMap(({ details }) => details?.marks ?? []);
    const named = [
      ...notes.flatMap(({ words = [] }) => words),
      ...marks.flatMap((mark) => (mark.type === "struck" ? [mark.words] : [])),
    ];
    return [
      ...(stands(word) ? [`struck ${word} is in the text`] : []),
      ...(named.some((words) => words.includes(word)) && notes.some(({ what }) => what === "struck")
        ? []
        : [`struck ${word} is named nowhere`]),
    ];
  }
  if (look === "raised" || look === "lowered") {
    const sign = SIGNS[look];
    const ways = [glyphsOf(run) ?? sign + word, `${sign}(${word})`];
    // A word that has a line of its own is high or low beside nothing.
    const isAlone = texts.some((text) => text.split("\n").includes(word));
    return isAlone || ways.some(stands) ? [] : [`${look} ${word} is missing`];
  }
  return stands(word) ? [] : [`${word} is missing`];
}

/** A label is part of what a reader sees, and the text refers to it. */
function lostLabels(items: readonly Line[][], { blocks }: ParsedArticle): string[] {
  return items.flatMap((item, index) => {
    // A figure may stand in another item's label.
    const first = item[0]?.find(({ look, word }) => look === "plain" && /\p{L}/u.test(word))?.word;
    if (first === undefined) return [];
    const label = kanaLabel(index);
    const block = blocks.find(({ text }) => text.includes(first));
    const isThere = block?.details?.sign?.includes(label) || block?.text.startsWith(label);
    return isThere || !block ? [] : [`label ${label} of ${first} is lost`];
  });
}

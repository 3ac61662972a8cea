import { readFileSync } from "node:fs";
import { englishArticle } from "../../prisma/demo/english-article.ts";
import { japaneseArticle } from "../../prisma/demo/japanese-article.ts";
import { inRoot } from "../../scripts/places.mjs";
import type { Chance } from "../history/chance.ts";
import type { RealEdit } from "./real-edits.ts";

export interface BaseText {
  name: string;
  text: string;
}

/** About as long as a long article gets. */
const LENGTH = 40_000;

/**
 * Texts to edit, each of about 40,000 characters: real articles put one behind the other, every article once, which ones
 * hangs on `chance`. Our own articles begin the Japanese and the English text. Without real articles, ours alone, which
 * is told by the name.
 */
export function baseTexts(
  real: { ja: RealEdit[] | null; en: RealEdit[] | null },
  chance: Chance,
): BaseText[] {
  const parade = readFileSync(inRoot("formats/samples/articles/beijing-parade-ja.txt"), "utf8");
  const own = { ja: [parade, japaneseArticle], en: [englishArticle] };
  return (["ja", "en"] as const).flatMap((language) => {
    const edits = real[language];
    if (!edits) return [{ name: `${language} (own)`, text: own[language].join("\n\n") }];
    return [
      { name: language, text: joined(own[language], articlesOf(edits), chance) },
      { name: `${language} II`, text: joined([], articlesOf(edits), chance) },
    ];
  });
}

/** Each article once, in its first version with something in it. */
function articlesOf(edits: readonly RealEdit[]): string[] {
  const first = new Map<string, string>();
  for (const { path, before } of edits) if (before.length > 500 && !first.has(path)) first.set(path, before);
  return [...first.values()];
}

function joined(first: readonly string[], articles: string[], chance: Chance): string {
  const left = [...articles];
  const chosen = [...first];
  let length = chosen.join("").length;
  while (length < LENGTH && left.length > 0) {
    const [article = ""] = left.splice(chance.whole(0, left.length - 1), 1);
    chosen.push(article.slice(0, LENGTH));
    length += article.length;
  }
  return [...chosen.join("\n\n").replaceAll("\r", "")].slice(0, LENGTH).join("");
}

const KANJI = /\p{Script=Han}{2}/gu;

/** `text` with readings over some of its kanji, as Aozora Bunko sets them. */
export function withReadings(text: string, chance: Chance): string {
  return text.replace(KANJI, (word) => (chance.is(0.05) ? `${word}《${chance.one(READINGS) ?? ""}》` : word));
}
const READINGS = ["せんせい", "きょう", "とうきょう", "しめい", "ろん", "ひょうか"];

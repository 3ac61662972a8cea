import type { ParsedBlock } from "#domain/block.ts";
import { bylineFrom, joinedNames } from "./byline-name.ts";
import { isJapaneseName } from "./japanese-surnames.ts";
import { publishedAtFrom } from "./published-at.ts";

/** So many blocks behind the title, or before it, may be its date or byline; so many at the end a signature. */
const HEAD = 6;
const TAIL = 4;
const LONGEST_LINE = 80;

const LABELLED =
  /^(?:(?:written|reported|text|words|story)\s+by|by)\s+(?=\p{Lu})|^(?:取材・文・写真|取材・文|取材／文|文・写真|写真・文|文／写真|取材・構成|構成・文|聞き手・文|聞き手|文責|文|執筆者?|著者|筆者|記者|ライター|署名)(?:\s*[=＝:：／]\s*|[\s　]+)(?=\S)/iu;

/** 【鈴木花子】 or （鈴木花子） as Japanese papers sign the last paragraph. */
const SIGNED = /[【（(［[]([^【】（）()［］[\]]{3,40})[】）)］\]]\s*$/u;

/**
 * Who signed a text, as its lines say: `By Jane Doe`, `文＝鈴木花子` or `記者　鈴木花子` at the top or at the end, 【鈴木花子】 behind
 * the last paragraph. Only what is certainly a name: the last brackets of an article may hold anything.
 */
export function bylineInText(blocks: readonly ParsedBlock[]): string | null {
  const lines = blocks.filter(({ kind }) => kind === "paragraph").map(({ text }) => text);
  const head = blocks.slice(0, HEAD).filter(({ kind }) => kind === "paragraph");
  const ends = lines.slice(-TAIL).toReversed();
  for (const line of [...head.map(({ text }) => text), ...ends].flatMap((text) => text.split("\n"))) {
    if (line.length > LONGEST_LINE || !LABELLED.test(line)) continue;
    const name = bylineFrom(line, "look");
    if (name !== null) return name;
  }
  for (const line of ends) {
    const signed = SIGNED.exec(line.slice(-60))?.[1];
    const name = signed === undefined ? null : signature(signed);
    if (name !== null) return name;
  }
  return null;
}

function signature(signed: string): string | null {
  const names = signed.split(/[、,，・／/]/u).map((name) => name.trim().replace(/[\s　]*記者$/u, ""));
  return names.every(isJapaneseName) ? joinedNames(names) : null;
}

/** When a text was published, as a line of its own next to its title says; null where none does. */
export function dateInHead(blocks: readonly ParsedBlock[]): string | null {
  for (const { kind, text } of blocks.slice(0, HEAD)) {
    if (kind !== "paragraph" && kind !== "heading") continue;
    const date = text
      .split("\n")
      .map(dateInLine)
      .find((found) => found !== null);
    if (date !== undefined && date !== null) return date;
  }
  return null;
}

const UPDATED = /更新|updated|modified|改訂|改定/iu;
const LABEL =
  /^(?:published|posted|date|on|first\s+published|release\s+date|掲載日?|公開日?|配信日?|投稿日?|発表日?|発行日?|登録日?|日付|日時)(?:\s+on)?\s*[:：=＝]?\s*/iu;
const WEEKDAY = /^(?:\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\)?)[.,]?\s+/iu;
/** What may stand behind a date on its line: a weekday, a time, its zone, and when the text was changed. */
const BEHIND =
  /^(?:[\s,、|｜•·/・-]|[(（](?:[月火水木金土日](?:曜日?)?|[a-z]{3,9})[)）]|[月火水木金土日]曜日?|at\b|\d{1,2}[:：.]\d{2}(?:[:：]\d{2})?|(?:午前|午後)?\s*\d{1,2}時(?:\d{1,2}分)?(?:\d{1,2}秒)?|[ap]\.?m\b\.?|e[sd]?t\b|p[sd]?t\b|c[sd]?t\b|gmt\b|utc\b|bst\b|jst\b|[+-]\d{2}:?\d{2}|付(?:け)?|公開|掲載|配信|発表|付?夕刊|付?朝刊|[(（]?(?:最終)?更新.{0,40}|[(（]?(?:last\s+)?(?:updated|modified).{0,50})+$/iu;

/** The date a line gives that is about nothing else: a label before it perhaps, a time and a weekday behind it. */
export function dateInLine(line: string): string | null {
  const text = line.normalize("NFKC").trim();
  if (text.length > LONGEST_LINE || UPDATED.test(text.slice(0, 10))) return null;
  const bare = text.replace(LABEL, "").replace(WEEKDAY, "");
  const date = publishedAtFrom(bare);
  if (date === null) return null;
  const rest = bare.replace(WRITTEN_DATE, "");
  return rest === "" || BEHIND.test(rest) ? date : null;
}

const WRITTEN_DATE =
  /^(?:(?:令和|平成|昭和)\s*(?:元|\d{1,2})|\d{4})\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?(?:T[\d:.]+)?|^\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?\p{L}{3,9}\.?,?\s+\d{4}|^\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/iu;

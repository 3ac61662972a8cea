import { hasJapanese, JAPANESE_LETTERS } from "./japanese-letters.ts";

/** A longer name (in UTF-16 units) is a sentence, or several things in one. */
const LONGEST = 120;
const LONGEST_GUESS = 80;

/** What stands before a name to say that it is one. */
const LABELS = [
  /^(?:(?:written|posted|reported|published|authored|created|submitted|contributed|edited|translated|(?:an?\s)?(?:article|story|post|report|analysis|interview|words|text)(?:\sand\s\w+)?)\s+)?by\b\s*[:：]?\s*/iu,
  /^(?:authors?|words|text|writer|reporter|autor(?:en|in|es|a)?|auteurs?|tekst)\s*[:：]\s*/iu,
  /^(?:par|von|por|door|av)\s+(?=\p{Lu})/iu,
  /^(?:取材・文・写真|取材・文|取材／文|文・写真|写真・文|文／写真|取材・構成|構成・文|文・構成|聞き手・文|文責|文|記事|執筆者?|著者|筆者|記者|ライター|署名|投稿者|作成者|書き手|聞き手|取材)(?:\s*[=＝:：／|｜]\s*|[\s　]+)/u,
  /^(?:来源|作者|撰文|文)\s*[:：]\s*/u,
];

/** Where what belongs to the name ends: a date, a place to follow, a time, another remark. */
const END =
  /\s*(?:[|｜•·]|\s[–—-]\s|\n|\s(?:on|at)\s+(?=\p{Lu}|\d)|(?:[,•|]?\s*)(?:updated|published|posted|follow|modified|last\s+updated)\b|@\w|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+\d|\d{1,2}\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\d{4}\s*[年/.-]|更新|公開|掲載|配信|投稿日)/iu;

/** Accounts, functions and buttons. */
const NO_NAME =
  /^(?:the\s+)?(?:staff|admin(?:istrator)?s?|editor|editors|editorial|webmaster|root|user|guest|anonymous|anónimo|unknown|publisher|copyright\s.*|no\sauthor|author|authors|default|none|null|undefined|n\/a|by|follow(?:\s.*)?|share|comments?(?:\s.*)?|subscribe|sign\s?(?:in|up)|log\s?in|register|more|read\s.*|view\s.*|see\s.*|about(?:\s.*)?|contact|home|news|profile|all\s.*|posted|published|updated|reply|tweet|print|e-?mail|facebook|twitter|instagram|contributors?|contributor|guest\s(?:author|contributor|post|writer)|posts?|articles?|archives?|website|biograph(?:y|ie)|bio|site\s?admin|wordpress|wpadmin|super\s?user|ログイン|会員登録|記事一覧|一覧|プロフィール|フォロー(?:する)?|著者|筆者|記者|作者|執筆者|ライター|署名|もっと見る|続きを読む|管理者|投稿者|運営者|未設定|不明|匿名|個人|ホーム|トップ)$/iu;

/** Where several names are told apart. */
const BETWEEN = /\s*(?:[,、，;；&＆／]|\s(?:and|und|et|y|e)\s)\s*/u;

/**
 * A byline as a reader needs it, from how a page writes it (`By Jane Doe`, `文＝鈴木花子`, `【鈴木花子】`): the name or
 * names alone; null for what is none, such as an account, a mail address or a button. No byline is better than a wrong one.
 *
 * @param from where it was found: a page stated it, marked it among its elements, or it only looks like a byline. What is not
 *   stated must look like names; what is not even marked must have two words, unless it is Japanese.
 */
export function bylineFrom(
  written: string,
  from: "statement" | "mark" | "look" = "statement",
): string | null {
  const text = written
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/[^\S\n]+/gu, " ")
    .trim()
    .slice(0, 1000);
  if (/\S@\S/u.test(text)) return null;
  const bare = withoutBrackets(withoutLabel(withoutBrackets(text)));
  const end = END.exec(bare);
  const name = (end && end.index > 0 ? bare.slice(0, end.index) : bare)
    .replace(/[\s,、:：;|/／–—-]+$/u, "")
    .trim();
  if (!isName(name)) return null;
  if (from !== "statement" && !looksLikeNames(name, from === "mark" ? 1 : 2)) return null;
  return withoutTitle(name);
}

function withoutLabel(text: string): string {
  const label = LABELS.find((pattern) => pattern.test(text));
  return label ? text.replace(label, "") : text;
}

function withoutBrackets(text: string): string {
  const [, inner] = /^[【（(［[「]([^【】（）()［］[\]「」]{1,100})[】）)］\]」]$/u.exec(text) ?? [];
  return inner?.trim() ?? text;
}

function isName(name: string): boolean {
  if (name === "" || name.length > LONGEST || NO_NAME.test(name)) return false;
  if (/https?:|www\.|@|\.(?:com|net|org|jp|html?|php)\b|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}$/iu.test(name))
    return false;
  return (/\p{L}{2}/u.test(name) || hasJapanese(name)) && !/[{}<>=\\]/u.test(name) && !/\d{3}/u.test(name);
}

/** 「鈴木花子記者」 is signed by 鈴木花子. */
function withoutTitle(name: string): string {
  return name.replace(REPORTER, "$1").trim();
}

const REPORTER = new RegExp(
  String.raw`^([${JAPANESE_LETTERS}ー・ 　]{2,20})(?<!編集|特派|論説|担当)[\s　]*記者$`,
  "u",
);

const PARTICLE =
  /^(?:de|del|della|der|den|des|du|di|da|dos|van|von|zu|la|le|el|al|bin|ibn|ben|ter|ten|y|e|of|the|for|in|and|avec|mit|with|af|av|jr\.?|sr\.?|phd|md|ma)$/iu;
const LATIN_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|[dlo]['’]\p{Lu}[\p{L}\p{M}'’.-]*)[,.]?$/u;
const JAPANESE_NAME = new RegExp(`^[${JAPANESE_LETTERS}ー・＝ 　々〆ヶA-Za-z]{2,20}$`, "u");
const NO_JAPANESE_NAME =
  /する|です|ます|一覧|から|まで|した|ください|について|はこちら|ランキング|記事|特集|写真|動画|画像|ニュース|速報|コラム|カテゴリ|タグ|年|月|日$|時|分$/u;

/** Whether this is one name or a few, and no sentence, heading or menu. */
function looksLikeNames(text: string, fewest: number): boolean {
  if (text.length > LONGEST_GUESS || /[。．！？!?…"“”]/u.test(text) || /\d/u.test(text)) return false;
  const names = text.split(BETWEEN).filter((name) => name !== "");
  return (
    names.length > 0 && names.length <= 6 && names.every((name, at) => isOneName(name, at > 0 ? 1 : fewest))
  );
}

function isOneName(name: string, fewest: number): boolean {
  if (hasJapanese(name)) return JAPANESE_NAME.test(name) && !NO_JAPANESE_NAME.test(name);
  const words = name.split(/[\s　]+/u);
  if (words.length === 1 && fewest === 1) return true;
  const capitals = words.filter((word) => LATIN_WORD.test(word)).length;
  // A further one may be what somebody is, such as `MA`.
  if (capitals < fewest || words.length > 6 || NO_FIRST.test(name)) return false;
  return words.every((word) => LATIN_WORD.test(word) || PARTICLE.test(word));
}

/** Words that begin what a link or a label says, and no name. */
const NO_FIRST =
  /^(?:zur?m?|alle?|mehr|more|view|see|read|to|go|send|our|my|about|show|visit|contact|this|meet|join|get|new|latest|copyright|source|photo|image|credit|picture|courtesy|illustration)\b/iu;

/** Several names as one line, each once. */
export function joinedNames(names: readonly string[]): string | null {
  return [...new Set(names)].slice(0, 12).join(", ") || null;
}

/** A heading longer than this (in UTF-16 units) is a sentence somebody forgot to end. */
const LONGEST_HEADING = 100;
const LONGEST_TITLE = 160;

const SENTENCE_END = /(?:[。｡．]|(?<![.\p{Lu}])\.)[」』”’"')）]*$/u;

export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line.slice(-6));
}

export function looksLikeHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !endsSentence(line);
}

/** Whether a first line can be a title: one line long, and not a sentence of its own. */
export function looksLikeTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && /[\p{L}\p{N}]/u.test(line) && !endsSentence(line);
}

const KNOWN_HEADINGS = new Set(
  [
    "はじめに まえがき 前書き 序論 序章 序文 導入 概要 要約 要旨 背景 目的 経緯 本論 本文 考察 結果 結論 結び むすび おわりに 終わりに",
    "最後に さいごに まとめ 総括 あとがき 後書き 終章 補足 補論 付録 注 注釈 脚注 謝辞 参考 参考元 参考文献 参考資料 参考サイト",
    "参考リンク 引用元 引用文献 出典 情報源 ソース 関連記事 関連リンク 目次 リード",
    "introduction background overview abstract summary methods results discussion analysis conclusion conclusions",
    "references sources bibliography notes footnotes appendix acknowledgements acknowledgments",
  ].flatMap((names) => names.split(" ")),
);

/** Headings people write without a number: the name alone, perhaps with a colon or in brackets. */
function isKnownHeading(line: string): boolean {
  if (line.length > 30) return false;
  return KNOWN_HEADINGS.has(
    line
      .replace(/^[■◆▼【［[<＜]\s*/u, "")
      .replace(/\s*[】］\]>＞:：]$/u, "")
      .toLowerCase(),
  );
}

const BRACKETED = /^【[^【】]+】$/u;
const SIGN = /^[■□◆◇▼▽](?![■□◆◇▼▽])\s*\S/u;

/** A heading by its own look, wherever a line can begin a block. */
export function isMarkedHeading(line: string): boolean {
  return looksLikeHeading(line) && (isKnownHeading(line) || BRACKETED.test(line) || SIGN.test(line));
}

/** Whether a sign alone makes a line a heading: several such lines together are a list. */
export function isSignedHeading(line: string): boolean {
  return SIGN.test(line) && !isKnownHeading(line);
}

const ENGLISH_HEADING = /^[\p{Lu}\d"“‘'][\p{Script=Latin}\p{N}\s'’‘“”"&/(),:;?!–—-]*[\p{L}\p{N})?!”’"']$/u;
/** What stands alone in English and heads nothing: who wrote it, when and where, whom to ask. */
const NO_ENGLISH_HEADING =
  /^(?:by|from|to|cc|date|contact|tel|fax|for immediate release|dear|sincerely|yours|regards|best)\b|,$|\b(?:19|20)\d\d$|^\d+$/iu;

/** Whether a line by itself can be a heading as English prints it without marks: a few words that end no sentence. */
export function isEnglishHeading(line: string): boolean {
  return (
    line.length <= 80 &&
    line.split(" ").length <= 12 &&
    /\p{L}{2}/u.test(line) &&
    !endsSentence(line) &&
    ENGLISH_HEADING.test(line) &&
    !NO_ENGLISH_HEADING.test(line)
  );
}

/** How an author numbers, with the level such a heading has. `1.5倍` and `9.11` are numbers, not numbering. */
const NUMBERINGS: readonly { style: string; level: number; pattern: RegExp }[] = [
  {
    style: "chapter",
    level: 2,
    pattern: /^第[\d０-９一二三四五六七八九十百]{1,4}[章部編](?:[\s:：　「『【―─-]|$|\S)/u,
  },
  {
    style: "section",
    level: 3,
    pattern: /^第[\d０-９一二三四五六七八九十百]{1,4}[節項](?:[\s:：　「『【―─-]|$|\S)/u,
  },
  { style: "chapter", level: 2, pattern: /^(?:Chapter|Section|Part)\s+(?:\d{1,3}|[IVX]{1,5})\b/iu },
  { style: "nested", level: 3, pattern: /^\d{1,2}(?:[.．]\d{1,2}){1,4}[.．]?\s+\S/u },
  { style: "dotted", level: 2, pattern: /^[\d０-９]{1,3}\s?[.．、:：](?![\d０-９])\s*\S/u },
  // `３．10年保証`: a figure behind a full-width number is set in another width; `３、10年` is no decimal either.
  { style: "dotted", level: 2, pattern: /^(?:[０-９]{1,2}．(?=\d)|[\d０-９]{1,2}、(?=[\d０-９]))\S/u },
  { style: "roman", level: 2, pattern: /^[IVX]{1,5}\.\s+\S|^[Ⅰ-Ⅻ][.．、\s]\s*\S/u },
  {
    style: "kanji",
    level: 2,
    pattern: /^[一二三四五六七八九十]{1,3}[、．.](?![一二三四五六七八九十])\s*\S/u,
  },
  {
    style: "bracketed",
    level: 3,
    pattern: /^[(（][\d０-９一二三四五六七八九十]{1,3}[)）]\s*\S|^[\u2474-\u2487]\s*\S/u,
  },
  { style: "half-bracketed", level: 3, pattern: /^[\d０-９]{1,3}[)）]\s*\S/u },
];

/** The numbering a line begins with, or null. A number stays part of the text. */
export function numberingOf(line: string): { style: string; level: number } | null {
  return NUMBERINGS.find(({ pattern }) => pattern.test(line)) ?? null;
}

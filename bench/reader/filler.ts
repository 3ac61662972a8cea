import type { ParsedBlock } from "#domain/block.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const JAPANESE = {
  who: ["市長", "審議会", "県の担当者", "住民の代表", "調査班", "委員会", "研究者の一人", "港の組合"],
  what: [
    "昨年度の予算",
    "三年前の統計",
    "新しい堤防の工事",
    "水質の測定結果",
    "町の人口",
    "商店街の売上げ",
    "バスの運行本数",
  ],
  how: [
    "前の年より増えた",
    "見込みを下回った",
    "およそ半分にとどまる",
    "四割に当たる",
    "過去最高だった",
    "公表されていない",
  ],
  end: [
    "と説明した。",
    "と述べている。",
    "ことを明らかにした。",
    "との見方を示した。",
    "とする資料を配った。",
  ],
};
const ENGLISH = {
  who: ["The council", "A spokesperson", "The harbour office", "One researcher", "The survey team"],
  what: [
    "said that ridership",
    "reported that the budget",
    "claimed that water quality",
    "noted that local sales",
  ],
  how: [
    "rose by a third last year",
    "fell short of the forecast",
    "had never been measured before",
    "was twice the average",
  ],
  end: [
    "according to its own figures.",
    "without naming a source.",
    "in a statement on Monday.",
    "as earlier records show.",
  ],
};

/** Sentences of our own making, Japanese and English in turn, until there are `words` (a word is two Japanese characters). */
export function fillerBlocks(words: number): ParsedBlock[] {
  const random = seeded(7);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const blocks: ParsedBlock[] = [{ kind: "heading", level: 1, text: "埋め草の記事 A filler article" }];
  for (let written = 0; written < words; ) {
    const isJapanese = blocks.length % 2 === 1;
    let text = "";
    for (let sentence = 0; sentence < 5; sentence += 1) {
      text += isJapanese
        ? `${pick(JAPANESE.who)}は、${pick(JAPANESE.what)}が${pick(JAPANESE.how)}${pick(JAPANESE.end)}`
        : `${pick(ENGLISH.who)} ${pick(ENGLISH.what)} ${pick(ENGLISH.how)} ${pick(ENGLISH.end)} `;
    }
    text = text.trim();
    written += isJapanese ? text.length / 2 : text.split(" ").length;
    blocks.push({
      kind: blocks.length % 9 === 0 ? "bullet" : "paragraph",
      level: blocks.length % 9 === 0 ? 1 : null,
      text,
    });
  }
  return blocks;
}

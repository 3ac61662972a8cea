import fc from "fast-check";

/** How a source shows a stretch of a line. */
export const LOOKS = ["plain", "raised", "lowered", "struck", "inserted"] as const;
export type Look = (typeof LOOKS)[number];

/** A stretch that a reader sees as one: no character of it stands anywhere else in the document. */
export interface Run {
  look: Look;
  word: string;
}

/** What stands in one line of the source, from edge to edge. */
export type Line = Run[];

/** One cell of a table: its paragraphs, or the items of its list, each of one or more lines. */
export interface Cell {
  isList: boolean;
  paragraphs: Line[][];
}

/** How the items of a list are told: by dots, by numbers, or by labels that are no numbers. */
export const LABELS = ["dot", "number", "kana"] as const;

/** One part of a made-up document. `how` chooses among the ways in which its format can show the very same. */
export type Piece = { how: number } & (
  | { is: "paragraph"; lines: Line[] }
  | { is: "speech"; turns: { who: string; says: Line }[] }
  | { is: "list"; label: (typeof LABELS)[number]; items: Line[][] }
  | { is: "table"; rows: Cell[][] }
);

/** A made-up document in which a reader sees where every run ends: by a line, cell, item, speaker, or by its look. */
export interface ApartDocument {
  /** Lines that only the width of the page made. They are one paragraph, the first, which shows how wide a line may get. */
  wrapped: string[];
  pieces: Piece[];
}

/** The label of an item that `label: "kana"` shows. */
export const kanaLabel = (index: number): string => "アイウエオカ".charAt(index);

export const WRAPPED = [
  "きのうのゆうがた、みなとのおおきなさんばしに、とおくのくにからきたふ",
  "ねがつき、おおぜいのひとびとが、しずかにてをふってむかえたというはな",
  "しである。あさになると、そのふねはもうみえなくなっていた。",
];

/** Characters of each script, none of which begins a label, a number or a mark. Their order is the order of their use. */
const CHARACTERS = {
  han: "港橋峠森林湖川浜島岬峰丘畑庭窓扉柱梁瓦壁床鍋皿椀箸鏡針糸布袖帯靴傘鞄笛琴鐘鼓絵筆墨硯紙封箱棚机椅灯燭炉煙灰炭薪斧鋸槌釘縄網舟櫂帆錨波潮渚砂貝藻鯛鮭鮎鯉鰻蟹海老亀蛙蛇蝶蜂蟻蝉蛍蚕雀燕鳩鷹鶴鴨鶏馬牛羊豚鹿熊狼狐狸兎猫犬虎竜象獅桃柿栗梨梅桜菊蘭蓮藤萩麦稲豆芋瓜茄葱芹蕗笹竹松杉檜楓柳桑麻綿藍茜紫紺緑黄朱銅鉄鉛錫銀珠玉",
  latin: "bcdefghjkmpqrstuwyzBCDEFGHJKLMNPRSTUWYZ",
  figure: "1203456789",
  wide: "３５１２４６７８９０",
} as const;
type Script = keyof typeof CHARACTERS;

/** What each script has left. Raised and lowered figures are other characters than those that stand in the line. */
class Pool {
  readonly #used = new Map<string, number>();

  take(script: Script, look: Look, length: number): string {
    const isSet = look === "raised" || look === "lowered";
    // A raised figure is written the same whether it was a wide one or not.
    const wanted = isSet && script === "wide" ? "figure" : script;
    const key = isSet && wanted === "figure" ? look : wanted;
    const from = this.#used.get(key) ?? 0;
    const characters = [...CHARACTERS[wanted]].slice(from, from + length);
    if (characters.length < length) return this.take("han", look, length);
    this.#used.set(key, from + length);
    return characters.join("");
  }
}

interface Wish {
  script: Script;
  look: Look;
  length: number;
}

const scripts: readonly Script[] = ["han", "figure", "wide", "latin"];
const piecesOf = (looks: readonly Look[]) => {
  const wish = fc.record({
    script: fc.constantFrom(...scripts),
    // Most of a text stands in the line.
    look: fc.oneof({ weight: 2, arbitrary: fc.constant<Look>("plain") }, fc.constantFrom(...looks)),
    length: fc.integer({ min: 1, max: 2 }),
  });
  const line = fc.array(wish, { minLength: 1, maxLength: 4 });
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const how = fc.nat(2);
  const cell = fc.record({
    isList: fc.boolean(),
    paragraphs: fc.array(fc.array(line, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  });
  return fc.oneof(
    fc.record({ is: fc.constant("paragraph" as const), how, lines }),
    fc.record({ is: fc.constant("speech" as const), how, turns: fc.array(line, { minLength: 2, maxLength: 3 }) }),
    fc.record({
      is: fc.constant("list" as const),
      how,
      label: fc.constantFrom(...LABELS),
      items: fc.array(lines, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      is: fc.constant("table" as const),
      how,
      rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }),
    }),
  );
};

/**
 * Documents of runs that look as a format can show them.
 *
 * @param byPlace whether only its place beside other text tells what is raised: then no line begins with such a run
 */
export function apartDocuments(looks: readonly Look[], { byPlace = false } = {}): fc.Arbitrary<ApartDocument> {
  return fc.array(piecesOf(looks), { minLength: 1, maxLength: 4 }).map((wished): ApartDocument => {
    const pool = new Pool();
    const run = ({ script, look, length }: Wish): Run => ({ look, word: pool.take(script, look, length) });
    // Two runs that look the same would be one run to whoever reads them.
    const line = (wishes: readonly Wish[]): Line =>
      wishes
        .map((wish, index): Wish => (byPlace && index === 0 ? { ...wish, look: "plain" } : wish))
        .filter(({ look }, index, all) => index === 0 || look !== all[index - 1]?.look)
        .map(run);
    const pieces = wished.map((piece): Piece => {
      const { how } = piece;
      if (piece.is === "paragraph") return { is: "paragraph", how, lines: piece.lines.map(line) };
      if (piece.is === "list")
        return { is: "list", how, label: piece.label, items: piece.items.map((item) => item.map(line)) };
      if (piece.is === "speech")
        return {
          is: "speech",
          how,
          turns: piece.turns.map((says) => ({ who: pool.take("han", "plain", 2), says: line(says) })),
        };
      return {
        is: "table",
        how,
        rows: piece.rows.map((row) =>
          row.map(({ isList, paragraphs }) => ({ isList, paragraphs: paragraphs.map((one) => one.map(line)) })),
        ),
      };
    });
    return { wrapped: WRAPPED, pieces };
  });
}

/** Every line of a document in reading order; whoever speaks is a line of one run. */
export const linesOf = ({ pieces }: ApartDocument): Line[] =>
  pieces.flatMap((piece): Line[] => {
    if (piece.is === "paragraph") return piece.lines;
    if (piece.is === "list") return piece.items.flat();
    if (piece.is === "table") return piece.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat());
    return piece.turns.flatMap(({ who, says }): Line[] => [[{ look: "plain", word: who }], says]);
  });

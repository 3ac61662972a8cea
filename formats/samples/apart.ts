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

const WRAPPED = [
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
export type Script = keyof typeof CHARACTERS;
export const SCRIPTS: readonly Script[] = ["han", "figure", "wide", "latin"];

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

/** A run to be made up: its characters are given to it when the whole document is known. */
export interface Wish {
  script: Script;
  look: Look;
  length: number;
}

/** A piece of wishes instead of runs. */
export type WishedPiece = { how: number } & (
  | { is: "paragraph"; lines: Wish[][] }
  | { is: "speech"; turns: Wish[][] }
  | { is: "list"; label: (typeof LABELS)[number]; items: Wish[][][] }
  | { is: "table"; rows: { isList: boolean; paragraphs: Wish[][][] }[][] }
);

/**
 * The document that was wished for, in which no character stands twice.
 *
 * @param byPlace whether only its place beside other text tells what is raised: then no line begins with such a run
 */
export function apartDocument(wished: readonly WishedPiece[], { byPlace = false } = {}): ApartDocument {
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
    const rows = piece.rows.map((row) =>
      row.map(({ isList, paragraphs }) => ({ isList, paragraphs: paragraphs.map((one) => one.map(line)) })),
    );
    return { is: "table", how, rows };
  });
  return { wrapped: WRAPPED, pieces };
}

/** Every line of a document in reading order; whoever speaks is a line of one run. */
export const linesOf = ({ pieces }: ApartDocument): Line[] =>
  pieces.flatMap((piece): Line[] => {
    if (piece.is === "paragraph") return piece.lines;
    if (piece.is === "list") return piece.items.flat();
    if (piece.is === "table") return piece.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat());
    return piece.turns.flatMap(({ who, says }): Line[] => [[{ look: "plain", word: who }], says]);
  });

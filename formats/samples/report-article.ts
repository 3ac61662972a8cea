import { BLOCK_SEPARATOR, type Block, type BlockKind } from "#domain/block.ts";
import { codePointLength, codePoints } from "#domain/offset.ts";

type Line = [id: string, kind: BlockKind, level: number | null, text: string];

const LINES: Line[] = [
  ["b01", "heading", 1, "潮見《しおみ》町の朝市に1万2千人🐟――𠮷岡町長「県内最大」と強調"],
  ["b02", "paragraph", null, "潮見町は10月12日、港前広場の朝市に過去最多の1万2千人が訪れたと発表した。数字はどこまで確かなのか。"],
  ["b03", "heading", 2, "1. 来場者は本当に最多か"],
  ["b04", "bullet", 1, "来場者は前年の2.4倍に増え、県内の朝市で最大となった。"],
  ["b05", "bullet", 1, "𠮷岡町長は「2019年の8千人を超え、震災後では初めて1万人に達した」と述べた👏。"],
  ["b06", "bullet", 1, "朝市は町民の心を一つにした。"],
  ["b07", "heading", 2, "2. What was said in English"],
  ["b08", "paragraph", null, "The mayor told visitors that “no other fishing town in Japan sells more squid per stall.”"],
  ["b09", "quotation", null, "数字は主催者の発表で、町は検算していません(町広報)"],
  ["b10", "heading", 2, "3. 経済効果と<予算>"],
  ["b11", "bullet", 1, "経済効果は3億円と見込まれ、町の負担は*ゼロ*だという。"],
  ["b12", "bullet", 2, "葛󠄀城港の水揚げは10年で4割減った👨‍👩‍👧‍👦。"],
];

/** Blocks of `lines` at their places in the text they make together. */
export function blocksOf(lines: readonly Line[]): Block[] {
  let at = 0;
  return lines.map(([id, kind, level, text]) => {
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    return { id, kind, level, text, start, end };
  });
}

/** The linear text of `blocks`. */
export const textOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join(BLOCK_SEPARATOR);

export const sampleBlocks = blocksOf(LINES);

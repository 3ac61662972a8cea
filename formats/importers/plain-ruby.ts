import type { BlockMark, ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { KANA, KANJI } from "./japanese-letters.ts";

/** `漢字《かんじ》` and `｜裏取り《うらとり》`, as Aozora Bunko writes how words are read. */
const RUBY = new RegExp(
  String.raw`(?:[｜|]([^｜|《》\s]{1,30})|([${KANJI}々〆ヶ]{1,20}))《([${KANA}ー・]{1,40})》`,
  "gu",
);
const BRACKETS = /《/gu;
/** A bar before the word is written for nothing else; without one, a title in such brackets may stand behind a word once. */
const LEAST = 2;
/** A character is hardly ever read as more sounds, in kana. */
const MOST_KANA = 6;

/** Whether a text writes readings in brackets, and uses these brackets for nothing else. */
function writesReadings(blocks: readonly ParsedBlock[]): boolean {
  let [brackets, readings, barred] = [0, 0, 0];
  for (const { text } of blocks) {
    if (!text.includes("《")) continue;
    brackets += text.match(BRACKETS)?.length ?? 0;
    for (const [, word, characters = word ?? "", reading = ""] of text.matchAll(RUBY)) {
      if (word === undefined && reading.length > [...characters].length * MOST_KANA) return false;
      readings += 1;
      if (word !== undefined) barred += 1;
    }
  }
  return readings === brackets && (readings >= LEAST || barred > 0);
}

/** `blocks` with the readings taken out of their text and set as marks, where the text writes readings so. */
export function withReadings(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return writesReadings(blocks) ? blocks.map(withReading) : [...blocks];
}

function withReading(block: ParsedBlock): ParsedBlock {
  const marks: BlockMark[] = [];
  /** From where on, in code points of the old text, how many are gone. */
  const gone: { from: number; count: number }[] = [];
  let text = "";
  let length = 0;
  let [read, from, lost] = [0, 0, 0];
  for (const match of block.text.matchAll(RUBY)) {
    const [whole, word, characters = word ?? "", reading = ""] = match;
    const before = block.text.slice(read, match.index);
    text += before + characters;
    from += codePointLength(before);
    length += codePointLength(before);
    const end = length + codePointLength(characters);
    marks.push({ type: "ruby", start: length, end, reading });
    length = end;
    if (word !== undefined) lost += 1;
    if (word !== undefined) gone.push({ from: from + 1, count: lost });
    from += codePointLength(whole);
    lost += codePointLength(reading) + 2;
    gone.push({ from, count: lost });
    read = match.index + whole.length;
  }
  if (marks.length === 0) return block;
  return {
    ...block,
    text: text + block.text.slice(read),
    details: { ...block.details, marks },
    ...(block.joins && { joins: movedJoins(block.joins, gone) }),
  };
}

function movedJoins(joins: readonly number[], gone: readonly { from: number; count: number }[]): number[] {
  const moved: number[] = [];
  let [next, lost] = [0, 0];
  for (const join of joins) {
    for (let step = gone[next]; step && step.from <= join; step = gone[next]) {
      lost = step.count;
      next += 1;
    }
    // Within a reading nothing is left to point at but the end of its word.
    const at = join - lost;
    if (at > 0 && at > (moved.at(-1) ?? 0)) moved.push(at);
  }
  return moved;
}

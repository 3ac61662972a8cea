/**
 * Marks that make a bullet with or without a space after them. Not before a second one of the kind: `・・・` is a pause.
 */
const STRONG_MARK = /^([•・･‣◦⁃∙▪▫])(?!\1)\s*(?=\S)/u;

/**
 * Circles and arrows, which also stand for a name left blank (`○○県`, `○月○日`) or a judgement (`○×`): not where
 * another one follows in the line.
 */
const DRAWN_MARK = /^[●○◯◎▶►▷➤](?=[^●○◯◎×✕△]+$)\s*(?=\S)/u;

/** Marks that also begin words, negative numbers and emphasis: only with a space. */
const WEAK_MARK = /^[-*–＊－][\s\u3000]+(?=\S)/u;

/** `○山田委員長　` begins what somebody says, as minutes are written. */
const SPEAKER = /^[○◯◎][^\s。、]{1,20}(?:（[^）]{1,14}）)?[\u3000 ]/u;

const CIRCLED_MARK = /^[①-⑳]\s*(?=\S)/u;
const CIRCLED_AGAIN = /^.[^①-⑳]*[①-⑳]/u;

const FIRST_CIRCLED = "①".charCodeAt(0);

/**
 * The text of a bullet without its mark, and the number the mark was; null where the line is none. `line` is trimmed.
 * A line with several circled numbers (`①と②を比べると`) is a sentence about them, or a list within a line.
 */
export function bulletOf(line: string): { text: string; ordinal: number | null } | null {
  const mark = STRONG_MARK.exec(line) ?? DRAWN_MARK.exec(line) ?? WEAK_MARK.exec(line);
  if (mark && SPEAKER.test(line)) return null;
  if (mark) return { text: line.slice(mark[0].length), ordinal: null };
  const circled = circledMark(line);
  if (!circled) return null;
  return { text: line.slice(circled[0].length), ordinal: line.charCodeAt(0) - FIRST_CIRCLED + 1 };
}

/** The text of a bullet without its mark, or null where the line is none. `line` is trimmed. */
export const bulletText = (line: string): string | null => bulletOf(line)?.text ?? null;

/** A number as lists of every language write it; what else numbers an item (kanji, letters, brackets) stays in its text. */
const LIST_NUMBER = /^([\d０-９]{1,3})\s?(?:[.．、:：]|[)）])\s*(?=\S)/u;

/** An item without its number, and the number; null where it is not numbered by digits. `line` is trimmed. */
export function numberedItem(line: string): { text: string; ordinal: number } | null {
  const number = LIST_NUMBER.exec(line);
  if (!number?.[1]) return null;
  return { text: line.slice(number[0].length), ordinal: Number(number[1].normalize("NFKC")) };
}

function circledMark(line: string): RegExpExecArray | null {
  const mark = CIRCLED_MARK.exec(line);
  return mark && !CIRCLED_AGAIN.test(line) ? mark : null;
}

const QUOTATION_MARKS = /^[>＞][>＞\s]*/u;
const BAR = /^\|\s+(?=[^|]+$)/u;

/**
 * What a line of quotation says without its marks, empty for a mark alone; null where the line is none. `line` is
 * trimmed. A bar quotes only where no second bar follows: otherwise it is the row of a table.
 */
export function quotationText(line: string): string | null {
  const mark = QUOTATION_MARKS.exec(line) ?? BAR.exec(line);
  return mark ? line.slice(mark[0].length) : null;
}

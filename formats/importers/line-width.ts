/** Code points that take two columns in a fixed-width font, and those of ambiguous width, which take two in Japanese. */
function columnsOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x00a7) return 1;
  if (codePoint < 0x2010) return columnsOfLetter(codePoint);
  if (codePoint >= 0xff61 && codePoint <= 0xffdc) return 1;
  if (codePoint >= 0xfe00 && codePoint <= 0xfe0f) return 0;
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return 0;
  return 2;
}

function columnsOfLetter(codePoint: number): 0 | 1 | 2 {
  if (codePoint >= 0x0300 && codePoint <= 0x036f) return 0;
  if (codePoint >= 0x1100 && codePoint <= 0x115f) return 2;
  if (codePoint >= 0x200b && codePoint <= 0x200d) return 0;
  // Greek and Cyrillic letters and a few signs are drawn full-width in Japanese fonts, and are rare enough not to matter.
  return 1;
}

/** Columns. Nobody wraps lines so wide, so that nobody asks how much wider they are. */
const WIDEST = 1000;

/**
 * How wide a line is in half-width columns, up to a thousand: full-width characters and signs take two, tabs count as one.
 */
export function widthOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length && columns < WIDEST; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    columns += columnsOf(codePoint);
  }
  return columns;
}

/** What no line may begin with, so that the character before it moves down with it. */
const NO_START =
  /^[、。，．,.!?！？」』）)】》〉］\]｝}〕’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・：；:;%％]/u;
/** What no line may end with, so that it moves down with the character behind it. */
const NO_END = /^[「『（〈《【〔［｛“‘(]/u;
const WORD = /^[\p{Script=Latin}\p{Nd}'’\-.,%&/@_+#$~]{1,40}/u;
const SPACED_WORD = /^\S{1,60}/u;
/** Full-width figures and letters break anywhere. */
const FULL_WIDTH = /^[\uff01-\uff60]/u;

/**
 * The columns that the beginning of a line needs at the least, had it stood at the end of the line before: a word, or a
 * character with those that cannot begin a line behind it.
 */
export function leadingUnit(text: string, isSpaced: boolean): number {
  if (isSpaced) return widthOf(SPACED_WORD.exec(text)?.[0] ?? "");
  if (text.length > 1 && NO_END.test(text)) return 2 + leadingUnit(text.slice(1, 60), false);
  const word = FULL_WIDTH.test(text) ? null : WORD.exec(text);
  let rest = word ? text.slice(word[0].length) : text.slice((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  let columns = word ? widthOf(word[0]) : widthOf(text.slice(0, text.length - rest.length));
  for (let more = 0; more < 2 && NO_START.test(rest); more += 1) {
    columns += widthOf(rest.charAt(0));
    rest = rest.slice(1);
  }
  return columns;
}

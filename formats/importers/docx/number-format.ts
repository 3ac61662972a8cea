const KANJI_DIGITS = "〇一二三四五六七八九";
const AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA =
  "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) => fullWidth(value),
  decimalFullWidth2: (value) => fullWidth(value),
  japaneseCounting: (value) => kanji(value),
  japaneseLegal: (value) => kanji(value),
  chineseCountingThousand: (value) => kanji(value),
  chineseCounting: (value) => kanji(value),
  japaneseDigitalTenThousand: (value) => digits(value),
  ideographDigital: (value) => digits(value),
  aiueoFullWidth: (value) => nth(AIUEO, value),
  aiueo: (value) => nth(AIUEO, value),
  irohaFullWidth: (value) => nth(IROHA, value),
  iroha: (value) => nth(IROHA, value),
  decimalEnclosedCircle: (value) => circled(value),
  decimalEnclosedCircleChinese: (value) => circled(value),
};

/** A number as a list shows it, in a format of ECMA-376 (17.18.59); formats nobody uses here are shown in digits. */
export const formatNumber = (value: number, format: string): string =>
  FORMATS[format]?.(value) ?? String(value);

const ROMAN: readonly [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let written = "";
  for (const [worth, sign] of ROMAN)
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  return written;
}

/** A to Z, then AA, BB: a list's letters are doubled, not counted on. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 10) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const digits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => KANJI_DIGITS[Number(digit)] ?? digit);

function kanji(value: number): string {
  if (value < 1 || value > 9999) return String(value);
  let written = "";
  for (const [worth, sign] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / worth) % 10;
    if (digit > 0) written += `${digit > 1 || worth === 1 ? (KANJI_DIGITS[digit] ?? "") : ""}${sign}`;
  }
  return written;
}

const circled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : `(${value})`;

const nth = (signs: string, value: number): string => signs[value - 1] ?? String(value);

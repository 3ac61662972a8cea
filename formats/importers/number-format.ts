const KANJI_DIGITS = "〇一二三四五六七八九";
const LEGAL_DIGITS = "零壱弐参四伍六七八九";
const AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const IROHA =
  "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
const HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const GANADA = "가나다라마바사아자차카타파하";
const CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const CHICAGO = "*†‡§";

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) => fullWidth(value),
  decimalFullWidth2: (value) => fullWidth(value),
  japaneseCounting: (value) => kanji(value),
  japaneseLegal: (value) => kanji(value, LEGAL_DIGITS, "拾"),
  chineseCountingThousand: (value) => kanji(value),
  chineseCounting: (value) => kanji(value),
  taiwaneseCounting: (value) => kanji(value),
  taiwaneseCountingThousand: (value) => kanji(value),
  japaneseDigitalTenThousand: (value) => digits(value),
  ideographDigital: (value) => digits(value),
  taiwaneseDigital: (value) => digits(value),
  aiueoFullWidth: (value) => repeated(AIUEO, value),
  aiueo: (value) => repeated(HALF_AIUEO, value),
  irohaFullWidth: (value) => repeated(IROHA, value),
  iroha: (value) => repeated(HALF_IROHA, value),
  hiragana: (value) => repeated(hiragana(AIUEO), value),
  hiraganaIroha: (value) => repeated(hiragana(IROHA), value),
  ideographTraditional: (value) => nth(STEMS, value),
  ideographZodiac: (value) => nth(BRANCHES, value),
  ideographZodiacTraditional: (value) =>
    value < 1 ? String(value) : nth(STEMS, ((value - 1) % 10) + 1) + nth(BRANCHES, ((value - 1) % 12) + 1),
  ganada: (value) => repeated(GANADA, value),
  chosung: (value) => repeated(CHOSUNG, value),
  russianLower: (value) => repeated(RUSSIAN, value),
  russianUpper: (value) => repeated(RUSSIAN, value).toUpperCase(),
  chicago: (value) => repeated(CHICAGO, value),
  decimalEnclosedCircle: (value) => circled(value),
  decimalEnclosedCircleChinese: (value) => circled(value),
  decimalEnclosedParen: (value) => (value <= 20 ? from(0x2474, value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? from(0x2488, value) : `${value}.`),
  ideographEnclosedCircle: (value) => (value <= 10 ? from(0x3280, value) : `(${kanji(value)})`),
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => "",
};

/** A number as a list shows it, in a format of ECMA-376 (17.18.59) or in hiragana; formats nobody uses here are shown in digits. */
export const formatNumber = (value: number, format: string): string =>
  FORMATS[format]?.(value) ?? String(value);

/** Katakana as hiragana: each lies 96 places before its twin. */
const hiragana = (kana: string): string =>
  kana.replace(/[ァ-ヶ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

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

function roman(value: number): string {
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
const letters = (value: number): string => repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ", value);

/** More than this often no letter is repeated: the number itself says more. */
const MOST_REPEATED = 10;

function repeated(signs: string, value: number): string {
  if (value < 1 || value > signs.length * MOST_REPEATED) return String(value);
  return (signs[(value - 1) % signs.length] ?? "").repeat(Math.ceil(value / signs.length));
}

const from = (first: number, value: number): string =>
  value < 1 ? String(value) : String.fromCodePoint(first + value - 1);

function ordinalEnd(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const digits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => KANJI_DIGITS[Number(digit)] ?? digit);

function kanji(value: number, own = KANJI_DIGITS, ten = "十"): string {
  if (value < 1 || value > 9999) return String(value);
  const isLegal = own === LEGAL_DIGITS;
  let written = "";
  for (const [worth, sign] of [
    [1000, "千"],
    [100, "百"],
    [10, ten],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / worth) % 10;
    if (digit > 0) written += `${digit > 1 || worth === 1 || isLegal ? (own[digit] ?? "") : ""}${sign}`;
  }
  return written;
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return from(0x2460, value);
  if (value >= 21 && value <= 35) return from(0x3251, value - 20);
  if (value >= 36 && value <= 50) return from(0x32b1, value - 35);
  return `(${value})`;
}

const nth = (signs: string, value: number): string => signs[value - 1] ?? String(value);

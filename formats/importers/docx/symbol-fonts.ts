/**
 * The fonts whose letters are signs: what a reader of the document sees for each of their codes. Codes run from 0x20 to
 * 0xFF; Word writes them also as U+F020 to U+F0FF. Where Unicode has the very drawing but few fonts do, the plain sign
 * that says the same stands here: `→` for a wide-headed arrow.
 */

const FIRST = 0x20;
const UNKNOWN = "?";

/** Adobe's symbol encoding. Its own question mark is put back below. */
const SYMBOL =
  " !∀#∃%&∋()∗+,−./0123456789:;<=>?" +
  "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
  "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼?" +
  "????????????????????????????????" +
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵" +
  "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
  "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪?〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭?";

const WINGDINGS =
  " ✎✂✁👓🔔📖🕯☎✆✉📧📪📫📬📭📁📂📄📃📑🗄⌛⌨🖰🖲💻🖴💾💾✇✍" +
  "✍✌👌👍👎☜☞☝☟✋☺😐☹💣☠🏳🏱✈☼💧❄✝✞✟✠✡☪☯ॐ☸♈♉" +
  "♊♋♌♍♎♏♐♑♒♓&&●❍■□◻❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞?" +
  "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿????????·•" +
  "▪○◯◉◉◎⬤▪◻▲✦★✶✴✹✵⌖⌖⟡⌑?✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘" +
  "🕙🕚🕛??????????????????⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←" +
  "→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✔☒☑⊞";

/** Only what is known for certain of the others; by code. */
const FEW: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  "wingdings 2": new Map([
    ...runFrom(0x4f, "✗✓☒☑☒☒"),
    ...runFrom(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    ...runFrom(0xa2, "■□"),
  ]),
  "wingdings 3": new Map([
    ...runFrom(0x21, "←→↑↓↖↗↙↘↔↕"),
    ...runFrom(0x70, "▲▼△▽◀▶◁▷◣◢◤◥"),
    ...runFrom(0x7d, "▶"),
  ]),
  webdings: new Map([
    ...runFrom(0x33, "◀▶▲▼"),
    ...runFrom(0x59, "❤"),
    ...runFrom(0x61, "✔"),
    ...runFrom(0x63, "□"),
    ...runFrom(0x67, "■"),
    ...runFrom(0x69, "ℹ"),
    ...runFrom(0x6e, "●"),
    ...runFrom(0x72, "✖"),
  ]),
};

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ["symbol", new Map([...runFrom(FIRST, SYMBOL), [0x3f, "?"]])],
  ["wingdings", new Map(runFrom(FIRST, WINGDINGS))],
  ...Object.entries(FEW),
]);

function runFrom(first: number, signs: string): [number, string][] {
  return [...signs]
    .map((sign, index): [number, string] => [first + index, sign])
    .filter(([, sign]) => sign !== UNKNOWN);
}

/** Japanese sets these with two lines. */
const JAPANESE: Readonly<Record<string, string>> = { "≥": "≧", "≤": "≦" };

const fontNamed = (name: string) =>
  FONTS.get(
    name
      .normalize("NFKC")
      .trim()
      .toLowerCase()
      .replace(/^symbol(?:mt| mt|ps)$/, "symbol"),
  );

export const isSymbolFont = (name: string | null | undefined): name is string =>
  name != null && fontNamed(name) !== undefined;

/**
 * The character a reader sees for `code` (a code of the font, or U+F000 more) in a symbol font; null where nobody knows.
 * `isJapanese`: it stands in a Japanese text.
 */
export function signIn(font: string, code: number, isJapanese: boolean): string | null {
  const own = code >= 0xf000 ? code - 0xf000 : code;
  const sign = own === FIRST ? " " : (fontNamed(font)?.get(own) ?? null);
  return (isJapanese && sign !== null && JAPANESE[sign]) || sign;
}

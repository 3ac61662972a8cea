import type { Place } from "./html-flow.ts";
import { attributeOf, type HtmlElement, isElement } from "./html-tree.ts";
import { formatNumber } from "./number-format.ts";

/**
 * How CSS numbers a list (css-counter-styles-3), as formats of `formatNumber`, with what it prints behind the number. Null:
 * plain numbers.
 */
const STYLES: Readonly<Record<string, { format: string; suffix: string } | null>> = {
  decimal: null,
  "decimal-leading-zero": { format: "decimalZero", suffix: "." },
  "lower-alpha": { format: "lowerLetter", suffix: "." },
  "lower-latin": { format: "lowerLetter", suffix: "." },
  "upper-alpha": { format: "upperLetter", suffix: "." },
  "upper-latin": { format: "upperLetter", suffix: "." },
  "lower-roman": { format: "lowerRoman", suffix: "." },
  "upper-roman": { format: "upperRoman", suffix: "." },
  katakana: { format: "aiueoFullWidth", suffix: "、" },
  "katakana-iroha": { format: "irohaFullWidth", suffix: "、" },
  hiragana: { format: "hiragana", suffix: "、" },
  "hiragana-iroha": { format: "hiraganaIroha", suffix: "、" },
  "cjk-decimal": { format: "ideographDigital", suffix: "、" },
  "cjk-ideographic": { format: "japaneseCounting", suffix: "、" },
  "japanese-informal": { format: "japaneseCounting", suffix: "、" },
  "japanese-formal": { format: "japaneseLegal", suffix: "、" },
  "cjk-heavenly-stem": { format: "ideographTraditional", suffix: "、" },
  "cjk-earthly-branch": { format: "ideographZodiac", suffix: "、" },
  hangul: { format: "ganada", suffix: "," },
};
const BY_TYPE: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
};
const STYLE = /(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]*)/i;

type List = NonNullable<Place["list"]>;

/** A list with numbers, which may be letters. One whose style is `none` or a dot shows no numbers. */
export function orderedList(element: HtmlElement): Place["list"] {
  const style = styleOf(element) ?? BY_TYPE[attributeOf(element, "type") ?? ""] ?? "decimal";
  if (DOTS.has(style)) return null;
  const step = attributeOf(element, "reversed") === null ? 1 : -1;
  const items = element.childNodes.filter((child) => isElement(child) && child.tagName === "li").length;
  const start = Number.parseInt(attributeOf(element, "start") ?? "", 10);
  return { next: Number.isNaN(start) ? (step === 1 ? 1 : items) : start, step, ...labelled(style) };
}

/** A list without numbers, unless its style gives it some. */
export function unorderedList(element: HtmlElement): Place["list"] {
  const style = styleOf(element);
  return style !== null && style in STYLES ? { next: 1, step: 1, ...labelled(style) } : null;
}

const DOTS = new Set(["none", "disc", "circle", "square"]);

function styleOf(element: HtmlElement): string | null {
  const written = STYLE.exec(attributeOf(element, "style") ?? "")?.[1]?.toLowerCase() ?? "";
  return written.split(/\s+/).find((word) => DOTS.has(word) || word in STYLES) ?? null;
}

function labelled(style: string): Pick<List, "label"> {
  const known = STYLES[style];
  return known ? { label: (value) => formatNumber(value, known.format) + known.suffix } : {};
}

/** Where the text of an item stands, with the number or label that its list shows. */
export function itemPlace(element: HtmlElement, place: Place): Place {
  const { list } = place;
  const value = Number.parseInt(attributeOf(element, "value") ?? "", 10);
  const ordinal = list ? (Number.isNaN(value) ? list.next : value) : undefined;
  if (list && ordinal !== undefined) list.next = ordinal + list.step;
  const sign = ordinal === undefined ? undefined : list?.label?.(ordinal);
  const item = { hasText: false, ...(sign === undefined ? { ordinal } : { sign }) };
  return { ...place, kind: "bullet", depth: Math.max(1, place.depth), item };
}

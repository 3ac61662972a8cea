import { type Script, written } from "#domain/raised-text.ts";
import { type InlinePiece, SHOWN_BREAK } from "../inline.ts";
import { childOf, elementsIn, textIn, type XmlElement } from "../xml-tree.ts";

/**
 * Stands where a reader sees two things apart that no sign keeps apart, such as a fraction behind a figure; it becomes a
 * space between two letters or figures and nothing elsewhere. Compared by identity.
 */
export const GAP: InlinePiece = { text: "" };

/** The pieces with gaps as what they come to. */
export function withGaps(pieces: readonly InlinePiece[]): InlinePiece[] {
  if (!pieces.includes(GAP)) return [...pieces];
  const out: InlinePiece[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (piece === GAP) isOpen = true;
    else if (piece.text !== "") {
      if (isOpen && WORD_END.test(out.at(-1)?.text ?? "") && WORD_START.test(piece.text))
        out.push({ text: " " });
      isOpen = false;
      out.push(piece);
    }
  }
  return out;
}

const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
/** Needs no brackets beside a stroke or under a root. */
const SIMPLE = /^[\p{L}\p{N}\p{M}.,]*$/u;

/** A formula in one line, so that what stands high, low, or above a stroke does not run into what stands beside it. */
export function mathPieces(element: XmlElement): InlinePiece[] {
  return READERS[element.name]?.(element) ?? insideOf(element);
}

const insideOf = (element: XmlElement | null): InlinePiece[] =>
  (element ? elementsIn(element) : []).filter(({ name }) => !name.endsWith("Pr")).flatMap(mathPieces);

const part = (element: XmlElement, name: string): InlinePiece[] => insideOf(childOf(element, `m:${name}`));
const parts = (element: XmlElement, name: string): InlinePiece[][] =>
  elementsIn(element)
    .filter((child) => child.name === `m:${name}`)
    .map(insideOf);

/** What a property of the element says; `otherwise` where it says nothing. */
function said(element: XmlElement, properties: string, name: string, otherwise: string): string {
  const value = childOf(childOf(element, `m:${properties}`), `m:${name}`)?.attributes.get("m:val");
  return value ?? otherwise;
}

const plain = (text: string): InlinePiece[] => (text === "" ? [] : [{ text }]);

const READERS: Readonly<Record<string, (element: XmlElement) => InlinePiece[]>> = {
  "m:t": (element) => plain(textIn(element)),
  "w:t": (element) => plain(textIn(element)),
  "w:br": () => plain(SHOWN_BREAK),
  "w:tab": () => plain(" "),
  "w:delText": () => [],
  "w:del": () => [],
  "w:moveFrom": () => [],
  "m:sSup": (element) => [...part(element, "e"), ...leveled(part(element, "sup"), "raised")],
  "m:sSub": (element) => [...part(element, "e"), ...leveled(part(element, "sub"), "lowered")],
  "m:sSubSup": (element) => [...part(element, "e"), ...levels(element)],
  "m:sPre": (element) => [GAP, ...levels(element), ...part(element, "e")],
  "m:f": (element) => fraction(part(element, "num"), part(element, "den")),
  "m:rad": (element) => [
    ...leveled(part(element, "deg"), "raised"),
    ...plain("√"),
    ...bracketed(part(element, "e")),
    GAP,
  ],
  "m:nary": (element) => [
    ...plain(said(element, "naryPr", "chr", "∫")),
    ...levels(element),
    GAP,
    ...part(element, "e"),
  ],
  "m:d": (element) => {
    const separator = said(element, "dPr", "sepChr", "|");
    return [
      ...plain(said(element, "dPr", "begChr", "(")),
      ...parts(element, "e").flatMap((inside, index) => [...plain(index > 0 ? separator : ""), ...inside]),
      ...plain(said(element, "dPr", "endChr", ")")),
    ];
  },
  "m:func": (element) => [...part(element, "fName"), GAP, ...part(element, "e")],
  "m:limLow": (element) => [...part(element, "e"), ...leveled(part(element, "lim"), "lowered")],
  "m:limUpp": (element) => [...part(element, "e"), ...leveled(part(element, "lim"), "raised")],
  "m:acc": (element) => [...part(element, "e"), ...plain(said(element, "accPr", "chr", "\u0302"))],
  "m:m": (element) => [
    ...plain("["),
    ...elementsIn(element)
      .filter(({ name }) => name === "m:mr")
      .flatMap((row, index) => [
        ...plain(index > 0 ? "; " : ""),
        ...parts(row, "e").flatMap((cell, at) => [...plain(at > 0 ? ", " : ""), ...cell]),
      ]),
    ...plain("]"),
  ],
  "m:eqArr": (element) =>
    parts(element, "e").flatMap((line, index) => [...plain(index > 0 ? SHOWN_BREAK : ""), ...line]),
  "m:oMathPara": (element) =>
    elementsIn(element)
      .filter(({ name }) => name === "m:oMath")
      .flatMap((line, index) => [...plain(index > 0 ? SHOWN_BREAK : ""), ...mathPieces(line)]),
};

const levels = (element: XmlElement): InlinePiece[] => [
  ...leveled(part(element, "sub"), "lowered"),
  ...leveled(part(element, "sup"), "raised"),
];

/** Above a stroke and below it, in one line. */
export const fraction = (over: readonly InlinePiece[], under: readonly InlinePiece[]): InlinePiece[] => [
  GAP,
  ...bracketed(over),
  ...plain("/"),
  ...bracketed(under),
  GAP,
];

export function bracketed(pieces: readonly InlinePiece[]): InlinePiece[] {
  const text = lineOf(pieces);
  const isSimple = SIMPLE.test(text) && !pieces.some(({ script }) => script);
  return isSimple ? plain(text) : [...plain("("), ...withGaps(pieces), ...plain(")")];
}

/** Pieces set higher or lower. What is no word or figure alone has brackets, because a sign says nothing of where it ends. */
export function leveled(pieces: readonly InlinePiece[], script: Script): InlinePiece[] {
  const text = lineOf(pieces).trim();
  if (text === "") return [];
  const isOwn = written(text, script, "").before === "" && !/^[[({（［].*[\])}）］]$/su.test(text);
  if (isOwn || SIMPLE.test(text)) return [{ text, script }];
  return plain(`${script === "raised" ? "^" : "_"}(${text})`);
}

/** What is already high or low within, with its signs. */
function lineOf(pieces: readonly InlinePiece[]): string {
  return withGaps(pieces)
    .map(({ text, script }, index, all) => {
      if (!script) return text;
      const sign = written(text, script, all[index + 1]?.text ?? "");
      return sign.before + sign.text + sign.after;
    })
    .join("");
}

import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";

/** What a paragraph's style makes of it. */
export interface ParagraphStyle {
  role: "title" | "caption" | "quotation" | "contents" | null;
  /** 1 to 9, or null for body text. */
  headingLevel: number | null;
  numbering: { id: string; level: number | null } | null;
}

const PLAIN: ParagraphStyle = { role: null, headingLevel: null, numbering: null };

/** Word names its own styles in English in every language; other programs write the name that their user reads. */
const ROLES: readonly [ParagraphStyle["role"], RegExp][] = [
  ["title", /^(?:title|表題|題名|タイトル|titel|titre|título|titolo)$/iu],
  [
    "caption",
    /^(?:caption|図表番号|キャプション|beschriftung|légende|illustration|drawing|figure|図|写真説明)$/iu,
  ],
  [
    "quotation",
    /^(?:(?:intense |block )?quot(?:e|ations?)|block ?quote|block text|引用文?(?: ?\d)?|zitat|citation)$/iu,
  ],
  ["contents", /^(?:toc|contents|目次|verzeichnis) ?\d?$|^(?:toc heading|contents heading|目次の見出し)$/iu],
];
const HEADING_NAME = /^(?:heading|見出し|überschrift|titre|encabezado|título|titolo) ?([1-9１-９])$/iu;

/** A style that is based on itself by some way ends here. */
const LONGEST_CHAIN = 32;

interface StyleElement {
  names: string[];
  basedOn: string | null;
  properties: XmlElement | null;
}

/** The paragraph styles of a document by their ids; null asks for its default. */
export function readStyles(root: XmlElement | null): (id: string | null) => ParagraphStyle {
  const elements = new Map<string, StyleElement>();
  let standard: string | null = null;
  for (const style of root ? elementsIn(root) : []) {
    const id = style.attributes.get("w:styleId");
    if (style.name !== "w:style" || id === undefined || style.attributes.get("w:type") !== "paragraph")
      continue;
    const isDefault = style.attributes.get("w:default") ?? "";
    if (isDefault === "1" || isDefault === "true") standard = id;
    elements.set(id, {
      names: [childOf(style, "w:name")?.attributes.get("w:val") ?? "", id],
      basedOn: childOf(style, "w:basedOn")?.attributes.get("w:val") ?? null,
      properties: childOf(style, "w:pPr"),
    });
  }
  const known = new Map<string, ParagraphStyle>();
  return (asked) => {
    const id = asked ?? standard;
    if (id === null) return PLAIN;
    const found = known.get(id) ?? styleOf(chainFrom(elements, id), id);
    known.set(id, found);
    return found;
  };
}

function chainFrom(elements: ReadonlyMap<string, StyleElement>, id: string): StyleElement[] {
  const chain: StyleElement[] = [];
  for (let next: string | null = id; next !== null && chain.length < LONGEST_CHAIN; ) {
    const element: StyleElement | undefined = elements.get(next);
    if (element) chain.push(element);
    next = element?.basedOn ?? null;
  }
  return chain;
}

function styleOf(chain: readonly StyleElement[], id: string): ParagraphStyle {
  const names = chain.length > 0 ? chain.flatMap((element) => element.names) : [id];
  const role = ROLES.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? null;
  const outline = chain.map(({ properties }) => outlineOf(properties)).find((level) => level !== undefined);
  const named = names.map((name) => HEADING_NAME.exec(name)?.[1]?.normalize("NFKC")).find((level) => level);
  const numbering = chain.map(({ properties }) => numberingOf(properties)).find((found) => found !== null);
  const headingLevel = outline === undefined ? (named ? Number(named) : null) : outline;
  return {
    role,
    headingLevel: role === null ? headingLevel : null,
    // A style's place in its list is said by the list itself where the style leaves it out.
    numbering: numbering ?? null,
  };
}

/** A heading's level from the outline level a paragraph or style states; null: body text; undefined: says nothing. */
export function outlineOf(properties: XmlElement | null): number | null | undefined {
  const written = childOf(properties, "w:outlineLvl")?.attributes.get("w:val");
  if (written === undefined || !/^\d$/.test(written)) return undefined;
  return written === "9" ? null : Number(written) + 1;
}

/** The list a paragraph or style states; id `0` takes one away. Null: says nothing. */
export function numberingOf(properties: XmlElement | null): { id: string; level: number | null } | null {
  const numbering = childOf(properties, "w:numPr");
  const id = childOf(numbering, "w:numId")?.attributes.get("w:val");
  const level = Number(childOf(numbering, "w:ilvl")?.attributes.get("w:val") ?? Number.NaN);
  if (numbering === null || id === undefined) return null;
  return { id, level: Number.isInteger(level) && level >= 0 ? Math.min(level, 8) : null };
}

import type { Script } from "#domain/raised-text.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import { isSymbolFont } from "./symbol-fonts.ts";

/** How a run is set, as far as that changes what a reader reads. */
export interface TextSetting {
  script: Script | undefined;
  /** Raised or lowered at full size: so little that only figures are taken for an exponent or index. */
  figureScript: Script | undefined;
  isStruck: boolean;
  isHidden: boolean;
  /** The symbol fonts of its letters: of ASCII ones, and of the others. */
  fonts: { ascii: string | null; other: string | null };
}

/** What one place (a run, a style, the defaults) says; what it leaves out is asked of the next. */
interface Layer {
  verticalAlign?: string | undefined;
  strike?: boolean | undefined;
  doubleStrike?: boolean | undefined;
  vanish?: boolean | undefined;
  /** Half points. */
  position?: number | undefined;
  size?: number | undefined;
  ascii?: string | null | undefined;
  other?: string | null | undefined;
}

const KEYS = [
  "verticalAlign",
  "strike",
  "doubleStrike",
  "vanish",
  "position",
  "size",
  "ascii",
  "other",
] as const;

/** Where neither styles nor defaults say a size: 10 points. */
const STANDARD_SIZE = 20;
const SMALLER = 0.9;
/** Half points: less is a correction of how a font sits on its line. */
const LEAST_RISE = 2;
const CLEAR_RISE = 0.25;
/** A style that is based on itself by some way ends here. */
const LONGEST_CHAIN = 32;

export type SettingReader = (run: XmlElement | null, paragraphStyle: string | null) => TextSetting;

/** Asks a run's own properties, its style, its paragraph's style, and the document's defaults, in this order. */
export function readTextSettings(styles: XmlElement | null): SettingReader {
  const elements = new Map<string, XmlElement>();
  let standard: string | null = null;
  for (const style of styles ? elementsIn(styles) : []) {
    const id = style.attributes.get("w:styleId");
    if (style.name !== "w:style" || id === undefined) continue;
    elements.set(id, style);
    const isParagraph = style.attributes.get("w:type") === "paragraph";
    if (isParagraph && /^(?:1|true|on)$/.test(style.attributes.get("w:default") ?? "")) standard = id;
  }
  const defaults = childOf(childOf(childOf(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  const base = layerOf(defaults);
  const known = new Map<string, Layer>();
  const styleLayer = (id: string | null): Layer => {
    if (id === null) return {};
    const layer = known.get(id) ?? chained(elements, id);
    known.set(id, layer);
    return layer;
  };
  return (properties, paragraphStyle) => {
    const own = layerOf(properties);
    const character = styleLayer(childOf(properties, "w:rStyle")?.attributes.get("w:val") ?? null);
    const paragraph = styleLayer(paragraphStyle ?? standard);
    return settingOf(own, character, paragraph, base);
  };
}

function chained(elements: ReadonlyMap<string, XmlElement>, id: string): Layer {
  let layer: Layer = {};
  let next: string | undefined = id;
  for (let length = 0; next !== undefined && length < LONGEST_CHAIN; length += 1) {
    const style: XmlElement | undefined = elements.get(next);
    layer = over(layer, layerOf(childOf(style ?? null, "w:rPr")));
    next = childOf(style ?? null, "w:basedOn")?.attributes.get("w:val");
  }
  return layer;
}

/** What the upper layer says, else what the lower one does. */
function over(upper: Layer, lower: Layer): Layer {
  const layer: Record<string, unknown> = {};
  for (const key of KEYS) layer[key] = upper[key] === undefined ? lower[key] : upper[key];
  return layer;
}

function settingOf(own: Layer, character: Layer, paragraph: Layer, base: Layer): TextSetting {
  const all = over(own, over(character, over(paragraph, base)));
  /** Two styles that both set a switch cancel each other out (ECMA-376, 17.7.3); what a run says itself stands. */
  const isOn = (key: "strike" | "vanish"): boolean =>
    own[key] ?? (base[key] === true || (character[key] ?? false) !== (paragraph[key] ?? false));
  const { verticalAlign } = all;
  const aligned: Script | undefined =
    verticalAlign === "superscript" ? "raised" : verticalAlign === "subscript" ? "lowered" : undefined;
  const standard = paragraph.size ?? base.size ?? STANDARD_SIZE;
  const rise = all.position ?? 0;
  const moved: Script | undefined = Math.abs(rise) < LEAST_RISE ? undefined : rise > 0 ? "raised" : "lowered";
  const isSmall = (all.size ?? standard) < standard * SMALLER;
  return {
    script: aligned ?? (isSmall ? moved : undefined),
    figureScript: aligned ?? (Math.abs(rise) >= standard * CLEAR_RISE ? moved : undefined),
    isStruck: isOn("strike") || all.doubleStrike === true,
    isHidden: isOn("vanish"),
    fonts: { ascii: all.ascii ?? null, other: all.other ?? null },
  };
}

function layerOf(properties: XmlElement | null): Layer {
  if (properties === null) return {};
  const value = (name: string) => childOf(properties, name)?.attributes.get("w:val");
  const fonts = childOf(properties, "w:rFonts")?.attributes;
  return {
    verticalAlign: value("w:vertAlign"),
    strike: switchOf(childOf(properties, "w:strike")),
    doubleStrike: switchOf(childOf(properties, "w:dstrike")),
    vanish: switchOf(childOf(properties, "w:vanish")),
    position: halfPoints(value("w:position")),
    size: halfPoints(value("w:sz")),
    ascii: fonts && symbolFont(fonts, ["w:ascii", "w:hAnsi", "w:cs"], "w:asciiTheme"),
    other: fonts && symbolFont(fonts, ["w:hAnsi", "w:ascii", "w:cs", "w:eastAsia"], "w:hAnsiTheme"),
  };
}

/** The symbol font of these, or null for another font; undefined: says nothing of it. */
function symbolFont(
  fonts: ReadonlyMap<string, string>,
  names: readonly string[],
  theme: string,
): string | null | undefined {
  if (fonts.has(theme)) return null;
  const said = names.map((name) => fonts.get(name)).filter((font) => font !== undefined);
  return said.find(isSymbolFont) ?? (said.length > 0 ? null : undefined);
}

/** Whether a switch is on; undefined: it does not stand there. */
const switchOf = (element: XmlElement | null): boolean | undefined =>
  element === null ? undefined : isOn(element);

/** Whether a switch stands and is not off. */
export function isOn(element: XmlElement | null): boolean {
  const written = element?.attributes.get("w:val") ?? element?.attributes.get("w14:val") ?? "";
  return element !== null && !["0", "false", "off"].includes(written);
}

/** A measure in half points; a strict document writes points with their unit. */
function halfPoints(written: string | undefined): number | undefined {
  const [, number, unit] = /^(-?\d{1,6}(?:\.\d{1,6})?)(pt)?$/.exec(written ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * (unit ? 2 : 1);
}

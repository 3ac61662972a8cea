import { formatNumber } from "../number-format.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import { alternativeIn } from "./drawing.ts";
import { withSigns } from "./signs.ts";
import type { ParagraphStyle } from "./styles.ts";
import { isSymbolFont } from "./symbol-fonts.ts";
import { isOn } from "./text-setting.ts";

interface Level {
  start: number;
  format: string;
  /** How the number is set: `%1.`, `第%1章`, `%1.%2`. */
  text: string;
  /** The level (from 1) whose next number begins this one anew; 0: none does. */
  restartsAfter: number;
  /** All numbers of its label in digits, whatever their own format. */
  isLegal: boolean;
  /** The symbol font of its mark. */
  font: string | null;
  /** A number's pattern that no format has, as Word writes it: `001, 002, 003, ...`. */
  pattern: string;
}

interface List {
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  starts: ReadonlyMap<number, number>;
}

/** One item's place in its list. */
export interface ListItem {
  level: number;
  /** As it is printed before the text; "" for a mere dot and where nothing is. */
  label: string;
  /** Where the label says no more than the number: `3.`. */
  ordinal: number | null;
}

const LEVELS = 9;
const HIGHEST_ORDINAL = 1_000_000;
const BULLET: Level = {
  start: 1,
  format: "bullet",
  text: "",
  restartsAfter: -1,
  isLegal: false,
  font: null,
  pattern: "",
};
/** Marks that say no more than that an item begins. Latin o: how some programs write a ring. */
const DOT = /^[•·･・‣⁃∙●◦▪▫■◼◾◆❖➢➤►▶▸–—*o-]$/u;

/** Counts the items of a document's lists as they are met from its beginning; each gets the number that is printed. */
export class ListCounter {
  readonly #lists = new Map<string, List>();
  /** By abstract list: lists that share one go on counting. */
  readonly #counts = new Map<string, (number | null)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | null, styleOf: (id: string | null) => ParagraphStyle) {
    const elements = root ? elementsIn(root) : [];
    const abstracts = new Map(
      elements
        .filter(({ name }) => name === "w:abstractNum")
        .map((element) => [element.attributes.get("w:abstractNumId") ?? "", element]),
    );
    const numbers = new Map(
      elements
        .filter(({ name }) => name === "w:num")
        .map((element) => [element.attributes.get("w:numId") ?? "", element]),
    );
    for (const [id, number] of numbers) {
      const abstractId = childOf(number, "w:abstractNumId")?.attributes.get("w:val") ?? "";
      const own = abstracts.get(abstractId) ?? null;
      // A list may leave what it looks like to a list style, which names another list.
      const link = childOf(own, "w:numStyleLink")?.attributes.get("w:val");
      const linked = link === undefined ? null : numbers.get(styleOf(link).numbering?.id ?? "");
      const linkedId = childOf(linked ?? null, "w:abstractNumId")?.attributes.get("w:val");
      this.#lists.set(id, listOf(abstractId, (linkedId && abstracts.get(linkedId)) || own, number));
    }
  }

  /** The next item of list `id`; null where there is no such list. */
  next(id: string, level: number): ListItem | null {
    const list = this.#lists.get(id);
    if (!list) return null;
    const own = list.levels.get(level) ?? BULLET;
    const counts = this.#countsOf(id, list);
    for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
      const { restartsAfter } = list.levels.get(deeper) ?? BULLET;
      if (restartsAfter === -1 || (restartsAfter !== 0 && level < restartsAfter)) counts[deeper] = null;
    }
    const count = Math.min((counts[level] ?? own.start - 1) + 1, HIGHEST_ORDINAL);
    counts[level] = count;
    if (own.format === "bullet") return { level, ordinal: null, label: markOf(own) };
    const label = labelOf(list, own, counts);
    return { level, ordinal: label === `${count}.` ? count : null, label };
  }

  #countsOf(id: string, list: List): (number | null)[] {
    const counts = this.#counts.get(list.abstractId) ?? Array.from({ length: LEVELS }, () => null);
    this.#counts.set(list.abstractId, counts);
    // A list's own starts count once, with its first item.
    if (!this.#begun.has(id)) for (const [level, start] of list.starts) counts[level] = start - 1;
    this.#begun.add(id);
    return counts;
  }
}

function listOf(abstractId: string, abstract: XmlElement | null, number: XmlElement): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const element of abstract ? elementsIn(abstract) : []) addLevel(levels, element);
  for (const override of elementsIn(number)) {
    if (override.name !== "w:lvlOverride") continue;
    const level = levelNumber(override);
    const start = childOf(override, "w:startOverride")?.attributes.get("w:val");
    if (level !== null && start !== undefined && /^\d{1,6}$/.test(start)) starts.set(level, Number(start));
    for (const element of elementsIn(override)) addLevel(levels, element);
  }
  return { abstractId, levels, starts };
}

function addLevel(levels: Map<number, Level>, element: XmlElement): void {
  const level = levelNumber(element);
  if (element.name !== "w:lvl" || level === null) return;
  // A format of a newer Word stands beside one that older programs know.
  const alternative = elementsIn(element)
    .filter(({ name }) => name === "mc:AlternateContent")
    .flatMap((both) => alternativeIn(both));
  const inside = (name: string) =>
    childOf(element, name) ?? alternative.find((child) => child.name === name) ?? null;
  const value = (name: string) => inside(name)?.attributes.get("w:val");
  const fonts = childOf(childOf(element, "w:rPr"), "w:rFonts")?.attributes;
  const restart = Number(value("w:lvlRestart") ?? -1);
  levels.set(level, {
    start: naturalOr(value("w:start"), 1),
    format: value("w:numFmt") ?? "decimal",
    text: value("w:lvlText") ?? "",
    restartsAfter: Number.isInteger(restart) ? restart : -1,
    isLegal: isOn(childOf(element, "w:isLgl")),
    font: [fonts?.get("w:ascii"), fonts?.get("w:hAnsi")].find(isSymbolFont) ?? null,
    pattern: inside("w:numFmt")?.attributes.get("w:format") ?? "",
  });
}

function levelNumber(element: XmlElement): number | null {
  const level = element.attributes.get("w:ilvl") ?? "";
  return /^[0-8]$/.test(level) ? Number(level) : null;
}

const naturalOr = (written: string | undefined, otherwise: number): number =>
  written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : otherwise;

function labelOf(list: List, own: Level, counts: readonly (number | null)[]): string {
  return own.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const level = list.levels.get(at) ?? BULLET;
      const count = counts[at] ?? level.start;
      const zeros = /^0+(?=\d)/.exec(level.pattern)?.[0].length ?? 0;
      if (level.format === "custom") return String(count).padStart(zeros + 1, "0");
      return level.format === "bullet" ? "" : formatNumber(count, own.isLegal ? "decimal" : level.format);
    })
    .trim();
}

/** The mark of an item without a number, where it is more than a dot: `※`, `→`, `✓`. */
function markOf({ text, font }: Level): string {
  const { text: mark, unknown } = withSigns(text, { ascii: font, other: font }, true);
  const bare = mark.trim();
  return unknown.length > 0 || DOT.test(bare) ? "" : bare;
}

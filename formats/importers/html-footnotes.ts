import { withPlainDigits } from "#domain/raised-text.ts";
import {
  attributeOf,
  elementsOf,
  type HtmlElement,
  type HtmlParent,
  isElement,
  LINK,
  textIn,
} from "./html-tree.ts";

/** What a page's references and footnotes are, by the elements that are them. */
export interface HtmlFootnotes {
  /** The label a reference leads to. */
  references: ReadonlyMap<HtmlElement, string>;
  /** The label of a footnote; what stands in the element is its text. */
  notes: ReadonlyMap<HtmlElement, string>;
}

const LONGEST_SIGN = 12;
/** As authors name them: `fn1`, `cite_note-3`, `footnote-2`, `_ftn4`, `note1`, `endnote5`, `en-2`. */
const NAMED = /(?:^|[^a-z])(?:_?ft?n|foot-?note|end-?note|cite_note|note|fn|en)[^a-z]*\d/i;
const TARGETS = new Set("li p div dd td section aside span sup".split(" "));

/**
 * The footnotes of a page: short links within it that are raised, that say they refer to a note, or that lead to
 * something named like one, and the elements further down they lead to. A link to a section is none.
 */
export function footnotesOf(document: HtmlParent): HtmlFootnotes {
  const byId = new Map<string, { element: HtmlElement; at: number }>();
  const links: { link: HtmlElement; at: number; isRaised: boolean }[] = [];
  let at = 0;
  const raised = new Set<HtmlElement>();
  for (const element of elementsOf(document)) {
    at += 1;
    const id = attributeOf(element, "id") ?? attributeOf(element, "name");
    if (id && !byId.has(id)) byId.set(id, { element, at });
    const parent = element.parentNode;
    const isRaised =
      element.tagName === "sup" || (parent !== null && isElement(parent) && raised.has(parent));
    if (isRaised) raised.add(element);
    if (element.tagName === LINK) links.push({ link: element, at, isRaised });
  }
  const references = new Map<HtmlElement, string>();
  const notes = new Map<HtmlElement, string>();
  const labels = new FreeLabels();
  for (const { link, at, isRaised } of links) {
    const target = targetOf(link, byId);
    const sign = textIn(link).trim();
    if (!target || target.at < at || sign === "" || sign.length > LONGEST_SIGN) continue;
    const isInside = isRaised || hasRaisedChild(link);
    if (!isInside && !saysSo(link) && !NAMED.test(attributeOf(target.element, "id") ?? "")) continue;
    const note = noteElement(target.element);
    if (!note) continue;
    const label = notes.get(note) ?? labels.next(sign);
    notes.set(note, label);
    references.set(link, label);
  }
  return { references, notes };
}

function targetOf(link: HtmlElement, byId: ReadonlyMap<string, { element: HtmlElement; at: number }>) {
  const href = attributeOf(link, "href") ?? "";
  if (!href.startsWith("#")) return undefined;
  return byId.get(href.slice(1)) ?? byId.get(decoded(href.slice(1)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function saysSo(link: HtmlElement): boolean {
  return (
    attributeOf(link, "role") === "doc-noteref" ||
    attributeOf(link, "epub:type") === "noteref" ||
    /foot-?note|noteref/i.test(attributeOf(link, "class") ?? "")
  );
}

const hasRaisedChild = (link: HtmlElement) =>
  link.childNodes.some((child) => isElement(child) && child.tagName === "sup");

/** The block that is the footnote: the target, or what holds a target that only marks its beginning. */
function noteElement(target: HtmlElement): HtmlElement | null {
  let element: HtmlElement | null = target;
  while (element && (element.tagName === LINK || element.tagName === "span" || element.tagName === "sup")) {
    const above: HtmlElement["parentNode"] = element.parentNode;
    element = above && isElement(above) ? above : null;
  }
  return element && TARGETS.has(element.tagName) ? element : null;
}

/** Labels of notes: each is its sign without brackets, with a number behind where another note has it already. */
class FreeLabels {
  readonly #taken = new Set<string>();
  /** The number to try next, by sign: a page may have many notes with one sign. */
  readonly #next = new Map<string, number>();

  next(sign: string): string {
    const bare =
      sign.replace(/^[[(（［〔【]+|[\])）］〕】.:]+$/gu, "").replace(/\s+/gu, "") ||
      sign.replace(/\s+/gu, "");
    let number = this.#next.get(bare) ?? 1;
    let label = number === 1 ? bare : `${bare}-${number}`;
    while (this.#taken.has(label)) {
      number += 1;
      label = `${bare}-${number}`;
    }
    this.#next.set(bare, number + 1);
    this.#taken.add(label);
    return label;
  }
}

/** A footnote's words without its own sign at their beginning, which is its label already. Answers how much goes, in UTF-16 units. */
export function signLength(printed: string, label: string): number {
  // One UTF-16 unit for one: a raised sign is as long as a plain one.
  const text = withPlainDigits(printed);
  const [base = label] = label.split("-");
  const start = /^(?:[\^↑]\s*)?/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const open = /^[[(（［〔【]?/u.exec(rest)?.[0].length ?? 0;
  if (!rest.startsWith(base, open)) return start;
  const after = rest.slice(open + base.length);
  const close = /^(?:[\])）］〕】][\s.:：、]*|[.:：、]\s*|\s+)/u.exec(after)?.[0].length ?? 0;
  return close === 0 ? start : start + open + base.length + close;
}

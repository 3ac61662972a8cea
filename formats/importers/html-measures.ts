import { headingLevelOf, isDropped } from "./html-elements.ts";
import { elementsOf, type HtmlElement, type HtmlParent, isElement, LINK } from "./html-tree.ts";

/** How much of what an element holds, in UTF-16 units without white space. */
export interface Measures {
  text: number;
  /** Of that, under links. */
  linked: number;
  links: number;
  /** Headings that are links: each with what stands under it is the card of another page. */
  cards: number;
  /** Of that, in sentences outside links. */
  prose: number;
  /** Sentences outside links that stand before the element in the page. */
  before: number;
  hasTable: boolean;
  hasTitle: boolean;
}

const SENTENCE = /[。．！？](?:\s|[」』）)]|$|\S)|[.!?]["”’)]?(?:\s|$)/u;

/** Measures every element that is shown, in one pass over the page and one back. `prose`: of the whole page. */
export function measuresOf(root: HtmlParent): { measures: Map<HtmlElement, Measures>; prose: number } {
  const measures = new Map<HtmlElement, Measures>();
  const linked = new Set<unknown>();
  const elements = [...elementsOf(root, (element) => !isDropped(element))].filter((one) => !isDropped(one));
  let before = 0;
  for (const element of elements) {
    const { tagName } = element;
    const isLinked = tagName === LINK || linked.has(element.parentNode);
    if (isLinked) linked.add(element);
    const own = { text: 0, prose: 0 };
    for (const child of element.childNodes) {
      if (child.nodeName !== "#text" || !("value" in child)) continue;
      const length = child.value.replace(/\s+/gu, "").length;
      own.text += length;
      if (!isLinked && length >= 15 && (length >= 60 || SENTENCE.test(child.value))) own.prose += length;
    }
    measures.set(element, {
      text: own.text,
      linked: isLinked ? own.text : 0,
      links: tagName === LINK ? 1 : 0,
      cards: 0,
      prose: own.prose,
      before,
      hasTable: tagName === "table",
      hasTitle: tagName === "h1",
    });
    before += own.prose;
  }
  for (const element of elements.toReversed()) {
    const { parentNode } = element;
    const inner = measures.get(element);
    const outer = parentNode && isElement(parentNode) ? measures.get(parentNode) : undefined;
    if (inner && isLinkedHeading(element, inner)) inner.cards = 1;
    if (!inner || !outer) continue;
    outer.text += inner.text;
    outer.linked += inner.linked;
    outer.links += inner.links;
    outer.cards += inner.cards;
    outer.prose += inner.prose;
    outer.hasTable ||= inner.hasTable;
    outer.hasTitle ||= inner.hasTitle;
  }
  return { measures, prose: before };
}

const isLinkedHeading = (element: HtmlElement, { text, linked }: Measures): boolean =>
  headingLevelOf(element) !== null && text > 0 && linked >= text * 0.8;

import type { LeftOut } from "#domain/article-import.ts";
import { parsedUrl } from "#domain/parsed-url.ts";
import { isAllowedHref } from "#editor/allowed-href.ts";
import { ArticleParts } from "./article-parts.ts";
import {
  checkboxSign,
  headingLevelOf,
  isBlockElement,
  isDropped,
  isSeenApart,
  isTiny,
  missedAs,
} from "./html-elements.ts";
import { FlowWriter, type Link, type Place } from "./html-flow.ts";
import { footnotesOf, type HtmlFootnotes } from "./html-footnotes.ts";
import { itemPlace, orderedList, unorderedList } from "./html-list.ts";
import { pictureOf } from "./html-picture.ts";
import { settingInside } from "./html-setting.ts";
import { readTable } from "./html-table.ts";
import {
  attributeOf,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  LINK,
  LINK_END,
  parseHtml,
  textIn,
} from "./html-tree.ts";
import type { Furniture } from "./left-out.ts";

/** What may be left out besides navigation and scripts. Some pages stand in one form as a whole. */
export interface Leaving {
  forms: boolean;
  /** Headers outside an article or main: the site's name and menus. */
  headers: boolean;
}

/** What is known of the page before its text is read. */
export interface HtmlPage {
  footnotes: HtmlFootnotes;
  /** What relative addresses are relative to; null where nobody knows. */
  base: string | null;
  /** What of it is furniture: the elements that are, and, once they were read, their blocks. */
  furniture?: { elements: ReadonlyMap<HtmlElement, LeftOut["why"]>; blocks: Furniture };
}

/** Adds the blocks of a piece of HTML, such as one inside Markdown. */
export function addHtml(parts: ArticleParts, text: string): void {
  const document = parseHtml(text);
  const page = { footnotes: footnotesOf(document), base: null };
  new HtmlReader(parts, page, { forms: false, headers: false }).read(document);
}

/** What is under a node of a page, in reading order. */
export function partsUnder(root: HtmlParent, page: HtmlPage, leaving: Leaving): ArticleParts {
  const parts = new ArticleParts();
  new HtmlReader(parts, page, leaving).read(root);
  return parts;
}

type Step = { node: HtmlNode; place: Place } | { leave: Place } | { end: () => void };

/** Walks a tree without a call stack of its own, however deep the page. */
class HtmlReader {
  readonly #parts: ArticleParts;
  readonly #page: HtmlPage;
  readonly #leaving: Leaving;
  readonly #writer: FlowWriter;
  readonly #waiting: Step[] = [];

  constructor(parts: ArticleParts, page: HtmlPage, leaving: Leaving) {
    this.#parts = parts;
    this.#page = page;
    this.#leaving = leaving;
    this.#writer = new FlowWriter(parts);
  }

  read(root: HtmlParent): void {
    const top: Place = { kind: "paragraph", level: 2, depth: 0, item: { hasText: false } };
    this.#push(root, top);
    for (let step = this.#waiting.pop(); step; step = this.#waiting.pop()) {
      if ("leave" in step) this.#writer.flush(step.leave);
      else if ("end" in step) step.end();
      else if (isElement(step.node)) this.#enter(step.node, step.place);
      else if (step.node.nodeName === "#text" && "value" in step.node)
        this.#writer.text(step.node.value, step.place);
    }
    this.#writer.flush(top);
  }

  #push(parent: HtmlParent, place: Place): void {
    for (let at = parent.childNodes.length - 1; at >= 0; at -= 1) {
      const node = parent.childNodes[at];
      if (node) this.#waiting.push({ node, place });
    }
  }

  #enter(element: HtmlElement, place: Place): void {
    const { tagName } = element;
    if (tagName === LINK_END && place.link) place.link.isOpen = false;
    if (tagName === "br") this.#writer.lineBreak();
    if (tagName === "img") this.#addImage(element, place);
    if (tagName === "rt") this.#writer.reading(textIn(element));
    const box = checkboxSign(element);
    if (box !== null) this.#writer.text(box, place);
    if (this.#isLeftOut(element)) return;
    this.#setAside(element, place);
    if (tagName === "figure" && this.#addFigure(element, place)) return;
    const inside = this.#placeInside(element, place);
    const isBlock = isBlockElement(element) || headingLevelOf(element) !== null;
    if (isBlock && ((inside.cell && place.cell) || place.isCaption)) {
      this.#writer.softBreak();
      this.#waiting.push({ end: () => this.#writer.softBreak() });
    } else if (isBlock) {
      this.#writer.flush(place);
      this.#waiting.push({ leave: inside });
    }
    if (tagName === "ruby") {
      this.#writer.beginRuby();
      this.#waiting.push({ end: () => this.#writer.endRuby() });
    }
    if (tagName === "rb") this.#writer.beginBase();
    this.#push(element, inside);
  }

  /** The blocks of furniture are read with the rest, and named. */
  #setAside(element: HtmlElement, place: Place): void {
    const why = this.#page.furniture?.elements.get(element);
    if (!why || place.cell) return;
    this.#writer.flush(place);
    const from = this.#parts.blocks.length;
    this.#waiting.push({
      end: () => {
        this.#writer.flush(place);
        for (const block of this.#parts.blocks.slice(from)) this.#page.furniture?.blocks.set(block, why);
      },
    });
  }

  #isLeftOut(element: HtmlElement): boolean {
    if (element.tagName === "form" && this.#leaving.forms) {
      if (!isDropped(element)) this.#parts.note("form");
      return true;
    }
    if (element.tagName === "form") return false;
    if (this.#leaving.headers && element.tagName === "header") return true;
    if (!isDropped(element)) return false;
    if (isSeenApart(element)) this.#writer.gap();
    const missed = missedAs(element);
    if (missed) this.#parts.note(missed, textIn(element));
    return true;
  }

  #placeInside(element: HtmlElement, around: Place): Place {
    const { tagName } = element;
    const place = {
      ...around,
      setting: settingInside(element, around.setting),
      ...(tagName === "pre" && { isPreformatted: true }),
    };
    const label = this.#page.footnotes.notes.get(element);
    if (label !== undefined) return { ...place, kind: "footnote", footnote: { label, isFirst: true } };
    if (tagName === LINK) return { ...place, ...this.#linkOf(element, place) };
    if (place.cell || place.footnote || place.isCaption) return place;
    const level = headingLevelOf(element);
    if (level !== null) return { ...place, kind: "heading", level };
    if (tagName === "table") return { ...place, cells: this.#cellsOf(element) };
    const cell = place.cells?.get(element);
    if (cell) return { ...place, kind: "cell", cell };
    if (tagName === "ul" || tagName === "menu")
      return { ...place, depth: place.depth + 1, list: unorderedList(element) };
    if (tagName === "ol") return { ...place, depth: place.depth + 1, list: orderedList(element) };
    if (tagName === "li") return itemPlace(element, place);
    if (tagName === "blockquote") return { ...place, kind: "quotation" };
    return tagName === "figcaption" || tagName === "td" || tagName === "th"
      ? { ...place, kind: "paragraph" }
      : place;
  }

  #cellsOf(element: HtmlElement): Place["cells"] {
    const table = readTable(element);
    if (table.kind === "broken") this.#parts.note("broken_table");
    if (table.kind === "layout" && table.isNested) this.#parts.note("nested_table");
    if (table.kind !== "table") return undefined;
    const number = this.#parts.nextTable();
    return new Map([...table.cells].map(([cell, details]) => [cell, { ...details, table: number }]));
  }

  #linkOf(element: HtmlElement, place: Place): Partial<Place> {
    const note = this.#page.footnotes.references.get(element);
    if (note !== undefined) return { link: { note, isOpen: true } };
    const written = attributeOf(element, "href")?.trim();
    if (!written || written.startsWith("#"))
      return { link: undefined, isBackLink: place.footnote !== undefined };
    const href = this.#resolve(written);
    if (href === null) {
      if (!/^javascript:/i.test(written) && textIn(element).trim() !== "") this.#parts.note("link");
      return { link: undefined };
    }
    return { link: { href, isOpen: true } satisfies Link };
  }

  /** A whole address a link may lead to, or null. */
  #resolve(written: string): string | null {
    if (isAllowedHref(written)) return written;
    const { base } = this.#page;
    const href = parsedUrl(written, base)?.href ?? "";
    return isAllowedHref(href) ? href : null;
  }

  /**
   * A picture with all the words beside it, in its caption or not; whether it was one: figures also hold tables, quotations
   * and videos.
   */
  #addFigure(element: HtmlElement, place: Place): boolean {
    if (place.cell || place.footnote || place.isCaption) return false;
    const inside = [...elementsOf(element)];
    const images = inside.filter(({ tagName }) => tagName === "img");
    const other = inside.find(({ tagName }) => OTHER_FIGURES.has(tagName));
    if (images.length !== 1 || other || !images[0]) return false;
    this.#writer.flush(place);
    const picture = pictureOf(images[0], (address) => this.#resolve(address));
    this.#waiting.push({ end: () => this.#writer.flushFigure(picture) });
    this.#push(element, { ...place, kind: "figure", isCaption: true });
    return true;
  }

  /** A picture among text stands after the block it was in; one that is a single sign, as an emoji, is that sign. */
  #addImage(element: HtmlElement, place: Place): void {
    if (isDropped(element) || isTiny(element) || place.isCaption) return;
    const picture = pictureOf(element, (address) => this.#resolve(address));
    if (SIGN.test(picture.alt)) this.#writer.text(picture.alt, place);
    else {
      this.#writer.gap();
      this.#writer.pictureAfter(picture);
    }
  }
}

const OTHER_FIGURES = new Set("table blockquote video audio iframe pre ul ol".split(" "));
const SIGN = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{M}|\u200d|\ufe0f){0,8}$/u;

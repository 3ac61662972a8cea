import type { ParsedBlock } from "#domain/block.ts";
import { addBlock } from "./block-list.ts";
import { headingLevelOf, isBlockElement, isDropped } from "./html-elements.ts";
import { type HtmlElement, type HtmlNode, type HtmlParent, isElement, parseHtml } from "./html-tree.ts";

/** What may be left out besides navigation and scripts. Some pages stand in one form as a whole. */
export interface Leaving {
  forms: boolean;
  /** Headers outside an article or main: the site's name and menus. */
  headers: boolean;
}

/** The blocks of a piece of HTML, such as one inside Markdown. */
export function blocksOfHtml(html: string): ParsedBlock[] {
  return blocksUnder(parseHtml(html), { forms: false, headers: false });
}

/** What text is where it stands. `item` is shared within a list item: its first text is the bullet, more are paragraphs. */
interface Place {
  kind: "heading" | "paragraph" | "bullet" | "quotation";
  level: number;
  depth: number;
  item: { hasText: boolean };
}

type Step = { node: HtmlNode; place: Place } | { leave: Place };

/** The blocks under a node in reading order. Needs no call stack, however deep the page. */
export function blocksUnder(root: HtmlParent, leaving: Leaving): ParsedBlock[] {
  const writer = new FlowWriter();
  const top: Place = { kind: "paragraph", level: 2, depth: 0, item: { hasText: false } };
  const waiting: Step[] = root.childNodes.map((node) => ({ node, place: top })).toReversed();
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if ("leave" in step) writer.flush(step.leave);
    else if (isElement(step.node)) enter(waiting, writer, step.node, step.place, leaving);
    else if (step.node.nodeName === "#text" && "value" in step.node) writer.text(step.node.value);
  }
  writer.flush(top);
  return writer.blocks;
}

function enter(
  waiting: Step[],
  writer: FlowWriter,
  element: HtmlElement,
  place: Place,
  leaving: Leaving,
): void {
  if (element.tagName === "br") writer.lineBreak();
  if (isLeftOut(element, leaving)) return;
  const inside = placeInside(element, place);
  if (isBlockElement(element) || inside.kind === "heading") {
    writer.flush(place);
    waiting.push({ leave: inside });
  }
  for (let at = element.childNodes.length - 1; at >= 0; at -= 1) {
    const node = element.childNodes[at];
    if (node) waiting.push({ node, place: inside });
  }
}

function isLeftOut(element: HtmlElement, leaving: Leaving): boolean {
  if (element.tagName === "form") return leaving.forms;
  return (leaving.headers && element.tagName === "header") || isDropped(element);
}

function placeInside(element: HtmlElement, place: Place): Place {
  const level = headingLevelOf(element);
  if (level !== null) return { ...place, kind: "heading", level };
  const { tagName } = element;
  if (tagName === "ul" || tagName === "ol" || tagName === "menu") return { ...place, depth: place.depth + 1 };
  if (tagName === "li")
    return { ...place, kind: "bullet", depth: Math.max(1, place.depth), item: { hasText: false } };
  if (tagName === "blockquote") return { ...place, kind: "quotation" };
  return tagName === "figcaption" || tagName === "td" || tagName === "th"
    ? { ...place, kind: "paragraph" }
    : place;
}

/** Gathers running text until a block begins or ends. */
class FlowWriter {
  readonly blocks: ParsedBlock[] = [];
  #lines: string[][] = [[]];

  /** HTML collapses its white space; where that held a line break of the source, lines join by script. */
  text(value: string): void {
    this.#lines.at(-1)?.push(value.replace(/[ \t\r\n\f]+/g, (space) => (/[\r\n]/.test(space) ? "\n" : " ")));
  }

  lineBreak(): void {
    this.#lines.push([]);
  }

  /** One break goes on in the same block, two or more begin another. */
  flush(place: Place): void {
    let paragraph: string[] = [];
    const add = () => {
      this.#add(paragraph.join("\n"), place);
      paragraph = [];
    };
    for (const parts of this.#lines) {
      const line = parts.join("").replace(/ {2,}/g, " ");
      if (line.trim() === "") add();
      else paragraph.push(line);
    }
    add();
    this.#lines = [[]];
  }

  #add(text: string, place: Place): void {
    const before = this.blocks.length;
    const kind = place.kind === "bullet" && place.item.hasText ? "paragraph" : place.kind;
    addBlock(this.blocks, kind, text, kind === "bullet" ? place.depth : place.level);
    if (this.blocks.length > before) place.item.hasText = true;
  }
}

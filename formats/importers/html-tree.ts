import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  Parser,
  type Token,
} from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** As deep as browsers nest (Blink and Gecko stop here too): looking for an open tag costs as much as it is deep. */
const DEEPEST = 512;

/** They say how letters look; without them the costly repairs of wrongly nested formatting never happen. */
const FORMATTING = new Set("b big code em font i nobr small strong tt u".split(" "));

/** The HTML standard's parser, kept linear on hostile pages: an element nested too deep becomes its parent's sibling. */
class ArticleParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    if (FORMATTING.has(token.tagName)) return;
    if (this.openElements.stackTop >= DEEPEST) this.openElements.pop();
    if (token.tagName === "a") this.#endLink();
    super.onStartTag(renamed(token));
  }

  override onEndTag(token: Token.TagToken): void {
    if (FORMATTING.has(token.tagName)) return;
    if (token.tagName === "a") this.#endLink();
    super.onEndTag(renamed(token));
  }

  #endLink(): void {
    const { current } = this.openElements;
    if (!current) return;
    const end = this.treeAdapter.createElement(LINK_END, html.NS.HTML, []);
    this.treeAdapter.appendChild(current, end);
  }
}

/**
 * A link, in the tree under a name the standard has no rules for: as formatting it would be repaired, which costs. Where
 * its end comes in wrong places, the element goes on and `LINK_END` says where the link stops.
 */
export const LINK = "article-link";
export const LINK_END = "article-link-end";

/** `<s>` and `<strike>` are formatting too; `<del>` says the same and is not. */
const RENAMED: Readonly<Record<string, string>> = { a: LINK, s: "del", strike: "del" };

function renamed(token: Token.TagToken): Token.TagToken {
  const tagName = RENAMED[token.tagName];
  return tagName ? { ...token, tagName, tagID: html.TAG_ID.UNKNOWN } : token;
}

/** The tree of a page or of a piece of one. Text formatting is not in it; its words are. Links are `LINK` elements. */
export function parseHtml(text: string): DefaultTreeAdapterTypes.Document {
  const parser = new ArticleParser({ treeAdapter: defaultTreeAdapter });
  parser.tokenizer.write(text, true);
  return parser.document;
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return "tagName" in node;
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** All elements under a node in the order of the page; those under an element for which `enter` is false are left out. */
export function* elementsOf(
  root: HtmlParent,
  enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (enter(node)) pushChildren(waiting, node);
  }
}

/** Puts the children of a node on a stack, the first on top. */
export function pushChildren(waiting: (HtmlNode | "\n")[], { childNodes }: HtmlParent): void {
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const child = childNodes[at];
    if (child) waiting.push(child);
  }
}

/** All text in an element and in those under it. */
export function textIn(element: HtmlElement): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [element];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    else if (isElement(node)) pushChildren(waiting, node);
  }
  return parts.join("");
}

/** The text in an element itself, as written. */
export function rawText(element: HtmlElement): string {
  return element.childNodes
    .map((child) => (child.nodeName === "#text" && "value" in child ? child.value : ""))
    .join("");
}

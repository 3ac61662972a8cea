import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type Token,
} from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** As deep as browsers nest (Blink and Gecko stop here too): looking for an open tag costs as much as it is deep. */
const DEEPEST = 512;

/** They say how letters look; without them the costly repairs of wrongly nested formatting never happen. */
const FORMATTING = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

/** The HTML standard's parser, kept linear on hostile pages: an element nested too deep becomes its parent's sibling. */
class ArticleParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    if (FORMATTING.has(token.tagName)) return;
    if (this.openElements.stackTop >= DEEPEST) this.openElements.pop();
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    if (!FORMATTING.has(token.tagName)) super.onEndTag(token);
  }
}

/** The tree of a page or of a piece of one. Links and text formatting are not in it; their words are. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  const parser = new ArticleParser({ treeAdapter: defaultTreeAdapter });
  parser.tokenizer.write(html, true);
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
    if (enter(node))
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) pushChild(waiting, node.childNodes[at]);
  }
}

function pushChild(waiting: HtmlNode[], child: HtmlNode | undefined): void {
  if (child) waiting.push(child);
}

/** All text in an element, as written. */
export function rawText(element: HtmlElement): string {
  return element.childNodes
    .map((child) => (child.nodeName === "#text" && "value" in child ? child.value : ""))
    .join("");
}

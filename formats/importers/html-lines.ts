import { type HtmlElement, type HtmlNode, isElement, LINK, pushChildren } from "./html-tree.ts";

/** A box of more nodes is none that holds a name or a date. */
const MOST_NODES = 400;

const INLINE = new Set([
  LINK,
  ..."article-link-end span abbr cite bdi ruby rb wbr sup sub ins data time".split(" "),
]);

/**
 * The lines an element shows, without those of elements that `isBeside`; null where they are longer than `longest` (in
 * UTF-16 units) or of more nodes than a small thing has. Reads no more of the page than that.
 */
export function linesIn(
  element: HtmlElement,
  longest: number,
  isBeside: (inner: HtmlElement) => boolean = () => false,
): string[] | null {
  const parts: string[] = [];
  let length = 0;
  let nodes = 0;
  const waiting: (HtmlNode | "\n")[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "\n") parts.push(node);
    else if (node.nodeName === "#text" && "value" in node) {
      const text = node.value.replace(/\s+/gu, " ");
      length += text.trim().length;
      if (length > longest) return null;
      parts.push(text);
    } else if (isElement(node)) {
      nodes += 1 + node.childNodes.length;
      if (nodes > MOST_NODES) return null;
      const isLeftOut = node !== element && isBeside(node);
      const isLine = isLeftOut || !INLINE.has(node.tagName);
      if (isLine) waiting.push("\n");
      if (!isLeftOut) pushChildren(waiting, node);
      if (isLine) waiting.push("\n");
    }
  }
  const lines = parts.join("").split("\n");
  return lines.map((line) => line.replace(/\s+/gu, " ").trim()).filter((line) => line !== "");
}

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type HtmlNode, isElement, parseHtml } from "./html-tree.ts";

/** Pages of more elements are lists or data, and of deeper ones built to be odd: Readability's looking around costs their square. */
const MOST_ELEMENTS = 6_000;
const DEEPEST = 100;

/**
 * The markup of what Firefox' reader view would show of a page; null where it would show nothing, or where the page is too
 * large or too deep for it. The page is read only: nothing of it runs and nothing is loaded.
 */
export function readableMarkup(page: string): string | null {
  if (!isModest(page)) return null;
  try {
    const { document } = parseHTML(page);
    return new Readability(document, { charThreshold: 200 }).parse()?.content ?? null;
  } catch {
    // It throws for some pages that are built to be odd; our own way of reading takes any.
    return null;
  }
}

/** Measured on our own tree, which is linear in any page. */
function isModest(page: string): boolean {
  const waiting: [node: HtmlNode, depth: number][] = parseHtml(page).childNodes.map((node) => [node, 1]);
  let elements = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (!isElement(node)) continue;
    elements += 1;
    if (elements > MOST_ELEMENTS || depth > DEEPEST) return false;
    for (const child of node.childNodes) waiting.push([child, depth + 1]);
  }
  return true;
}

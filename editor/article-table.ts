import { Node } from "@tiptap/core";
import { assertCount, blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

/**
 * A table, which scrolls by itself where it is wider than the page; it takes the focus so that the arrow keys can scroll
 * it. Its caption stands before it as a paragraph.
 */
export const ArticleTable = Node.create({
  name: "table",
  content: "tableRow+",
  selectable: false,
  parseHTML: () => [{ tag: "div.article-table" }],
  renderHTML: () => ["div", { class: "article-table", tabindex: "0" }, ["table", ["tbody", 0]]],
});

export const ArticleRow = Node.create({
  name: "tableRow",
  content: "(cell | gap)+",
  selectable: false,
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const spanAttribute = (name: "colspan" | "rowspan", of: "columnSpan" | "rowSpan") => ({
  default: 1,
  validate: assertCount,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? 1),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[of] === 1 ? {} : { [name]: String(attributes[of]) },
});

export const ArticleCell = Node.create({
  name: "cell",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({
    blockId: blockIdAttribute(),
    isHeader: {
      default: false,
      validate: "boolean",
      rendered: false,
      parseHTML: (element: HTMLElement) => element.tagName === "TH",
    },
    columnSpan: spanAttribute("colspan", "columnSpan"),
    rowSpan: spanAttribute("rowspan", "rowSpan"),
  }),
  parseHTML: () => [{ tag: "td[data-block-id]" }, { tag: "th[data-block-id]" }],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.isHeader ? "th" : "td", HTMLAttributes, 0],
});

/** A cell without words. */
export const ArticleGap = Node.create({
  name: "gap",
  selectable: false,
  parseHTML: () => [{ tag: "td:not([data-block-id])" }],
  renderHTML: () => ["td"],
});

import { Node } from "@tiptap/core";
import { blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

/** One quoted block. Its text stands in the `<blockquote>` itself: a quotation is one block, like a paragraph. */
export const ArticleQuotation = Node.create({
  name: "quotation",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({ blockId: blockIdAttribute() }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
});

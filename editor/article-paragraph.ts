import { Node } from "@tiptap/core";
import { blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

export const ArticleParagraph = Node.create({
  name: "paragraph",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({ blockId: blockIdAttribute() }),
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
});

import { Node } from "@tiptap/core";
import { blockIdAttribute } from "./article-block-attributes.ts";

export const ArticleParagraph = Node.create({
  name: "paragraph",
  content: "text*",
  marks: "",
  selectable: false,
  addAttributes: () => ({ blockId: blockIdAttribute() }),
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
});

import { Node } from "@tiptap/core";
import { assertLevel, blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

const TAGS = ["h1", "h2", "h3", "h4", "h5", "h6"];

/** `<h1>` is the article's title, `<h2>` and deeper are its sections. */
export const ArticleHeading = Node.create({
  name: "heading",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes() {
    return {
      blockId: blockIdAttribute(),
      level: { default: null, validate: assertLevel, rendered: false },
    };
  },
  parseHTML: () => TAGS.map((tag, index) => ({ tag, attrs: { level: index + 1 } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs.level)}`, HTMLAttributes, 0],
});

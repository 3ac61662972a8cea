import { Node } from "@tiptap/core";
import { assertTextOrNull, blockIdAttribute } from "./article-block-attributes.ts";
import { footnoteId } from "./article-link.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

/** A run of footnotes, under a line. */
export const ArticleFootnoteList = Node.create({
  name: "footnoteList",
  content: "footnote+",
  selectable: false,
  parseHTML: () => [{ tag: "ul.article-footnotes" }],
  renderHTML: () => ["ul", { class: "article-footnotes" }, 0],
});

/** The text of one footnote; its label is printed beside it, and is where references lead. */
export const ArticleFootnote = Node.create({
  name: "footnote",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({
    blockId: blockIdAttribute(),
    label: {
      default: null,
      validate: assertTextOrNull,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-label"),
      renderHTML: ({ label }: Record<string, unknown>) =>
        label === null ? {} : { "data-label": label, id: footnoteId(String(label)) },
    },
  }),
  parseHTML: () => [{ tag: "ul.article-footnotes > li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
});

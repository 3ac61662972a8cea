import { type Extensions, getSchema, Node } from "@tiptap/core";
import { ArticleBullet, ArticleBulletList } from "./article-bullets.ts";
import { ArticleHeading } from "./article-heading.ts";
import { ArticleParagraph } from "./article-paragraph.ts";
import { ArticleQuotation } from "./article-quotation.ts";

const ArticleRoot = Node.create({
  name: "doc",
  topNode: true,
  content: "(heading | paragraph | bulletList | quotation)+",
});

const ArticleText = Node.create({ name: "text", group: "inline" });

/**
 * The schema of an article: headings, paragraphs, bullets and quotations that hold plain text. It has no marks, so
 * annotating can never change the document: claims are painted over the text from rows of their own.
 *
 * The DOM it renders is a promise to whoever renders an article without it (the server does, before scripts run):
 * `<h1 … h6 data-block-id>`, `<p data-block-id>`, `<ul><li data-block-id data-depth>`, `<blockquote data-block-id>`,
 * each holding exactly one text node. Same elements, same style sheet, so nothing moves when the editor takes over.
 */
export const articleNodes: Extensions = [
  ArticleRoot,
  ArticleText,
  ArticleHeading,
  ArticleParagraph,
  ArticleBulletList,
  ArticleBullet,
  ArticleQuotation,
];

/** The same schema for code without an editor, such as the server. Needs no DOM. */
export const articleSchema = getSchema(articleNodes);

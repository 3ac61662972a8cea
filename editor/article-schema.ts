import { type Extensions, getSchema, Node } from "@tiptap/core";
import { ArticleBullet, ArticleBulletList } from "./article-bullets.ts";
import { ArticleFigure } from "./article-figure.ts";
import { ArticleFootnote, ArticleFootnoteList } from "./article-footnotes.ts";
import { ArticleHeading } from "./article-heading.ts";
import {
  ArticleInserted,
  ArticleLink,
  ArticleLowered,
  ArticleNote,
  ArticleRaised,
  ArticleRuby,
  ArticleStruck,
  ArticleUnsure,
} from "./article-marks.ts";
import { ArticleParagraph } from "./article-paragraph.ts";
import { ArticleQuotation } from "./article-quotation.ts";
import { ArticleCell, ArticleGap, ArticleRow, ArticleTable } from "./article-table.ts";

const ArticleRoot = Node.create({
  name: "doc",
  topNode: true,
  content: "(heading | paragraph | bulletList | quotation | table | figure | footnoteList)+",
});

const ArticleText = Node.create({ name: "text", group: "inline" });

/**
 * The schema of an article. Its marks say what the source said of a stretch of text (a link, a reading, a reference to a
 * footnote); none is for annotating, which can never change the document: claims are painted over the text from rows of
 * their own.
 *
 * The DOM it renders is a promise to whoever renders an article without it (the server does, before scripts run; see
 * `components/article/article-text.tsx`). Every block is one element with `data-block-id`, and the text in it, but for
 * what stands in `<rt>`, is the block's text. Same elements, same style sheet, so nothing moves when the editor takes over.
 */
export const articleNodes: Extensions = [
  ArticleRoot,
  ArticleText,
  ArticleHeading,
  ArticleParagraph,
  ArticleBulletList,
  ArticleBullet,
  ArticleQuotation,
  ArticleTable,
  ArticleRow,
  ArticleCell,
  ArticleGap,
  ArticleFigure,
  ArticleFootnoteList,
  ArticleFootnote,
  ArticleLink,
  ArticleNote,
  ArticleInserted,
  ArticleStruck,
  ArticleUnsure,
  ArticleRaised,
  ArticleLowered,
  ArticleRuby,
];

/** The same schema for code without an editor, such as the server. Needs no DOM. */
export const articleSchema = getSchema(articleNodes);

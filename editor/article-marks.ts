import { Mark } from "@tiptap/core";
import { isAllowedHref } from "./allowed-href.ts";
import { footnoteAddress, LINK_ATTRIBUTES } from "./article-link.ts";

/** The marks a block's text may carry, outermost first. */
export const ARTICLE_MARKS = "link note ruby";

function assertHref(value: unknown): void {
  if (typeof value !== "string" || !isAllowedHref(value)) throw new RangeError("no address a link may have");
}

/** Leads out of the article, to a new page that learns nothing of this one. */
export const ArticleLink = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, validate: assertHref },
  }),
  parseHTML: () => [{ tag: "a[href]:not(.article-note)" }],
  renderHTML: ({ HTMLAttributes }) => ["a", { ...LINK_ATTRIBUTES, ...HTMLAttributes }, 0],
});

/** Refers to a footnote. Its sign is the text, as the source printed it. */
export const ArticleNote = Mark.create({
  name: "note",
  inclusive: false,
  addAttributes: () => ({
    label: {
      default: null,
      validate: "string",
      renderHTML: ({ label }: Record<string, unknown>) => ({
        href: footnoteAddress(String(label)),
      }),
    },
  }),
  parseHTML: () => [{ tag: "a.article-note" }],
  renderHTML: ({ HTMLAttributes }) => [
    "a",
    { class: "article-note", role: "doc-noteref", draggable: "false", ...HTMLAttributes },
    0,
  ],
});

/**
 * How words are read, printed over them. The reading is no part of the text: whoever counts its characters leaves out
 * what stands in `<rt>`.
 */
export const ArticleRuby = Mark.create({
  name: "ruby",
  inclusive: false,
  addAttributes: () => ({ reading: { default: null, validate: "string", rendered: false } }),
  parseHTML: () => [{ tag: "ruby" }],
  renderHTML: ({ mark }) => ["ruby", ["span", 0], ["rt", String(mark.attrs.reading)]],
});

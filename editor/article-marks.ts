import { Mark } from "@tiptap/core";
import { isAllowedHref } from "./allowed-href.ts";
import { footnoteAddress, LINK_ATTRIBUTES } from "./article-link.ts";
import { MARK_NESTING } from "./block-marks.ts";

/** The marks a block's text may carry, outermost first. */
export const ARTICLE_MARKS = MARK_NESTING.join(" ");

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

/** What the source shows as added. */
export const ArticleInserted = Mark.create({
  name: "inserted",
  inclusive: false,
  parseHTML: () => [{ tag: "ins" }],
  renderHTML: () => ["ins", 0],
});

/**
 * Where the source shows struck words, which are printed beside the character the mark covers and are no part of the
 * text: a style sheet prints them from the attribute, so that nobody counts them.
 */
export const ArticleStruck = Mark.create({
  name: "struck",
  inclusive: false,
  addAttributes: () => ({
    words: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-words"),
      renderHTML: ({ words }: Record<string, unknown>) => ({ "data-words": words }),
    },
    side: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-side"),
      renderHTML: ({ side }: Record<string, unknown>) => ({ "data-side": side }),
    },
  }),
  parseHTML: () => [{ tag: "span.article-struck" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { class: "article-struck", ...HTMLAttributes }, 0],
});

/** Read by a machine and not compared by a person yet: a digit, or a word the machine was not sure of. */
export const ArticleUnsure = Mark.create({
  name: "unsure",
  inclusive: false,
  addAttributes: () => ({
    what: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-what"),
      renderHTML: ({ what }: Record<string, unknown>) => ({ "data-what": what }),
    },
  }),
  parseHTML: () => [{ tag: "mark.article-unsure" }],
  renderHTML: ({ HTMLAttributes }) => ["mark", { class: "article-unsure", ...HTMLAttributes }, 0],
});

/** The text says by itself that it is raised or lowered (`domain/raised-text.ts`), so nothing is moved a second time. */
export const ArticleRaised = Mark.create({
  name: "raised",
  inclusive: false,
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

export const ArticleLowered = Mark.create({
  name: "lowered",
  inclusive: false,
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: () => ["sub", 0],
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

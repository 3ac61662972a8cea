import { type Extensions, getSchema } from "@tiptap/core";
import { Link } from "@tiptap/extension-link";
import { StarterKit } from "@tiptap/starter-kit";
import { isAllowedHref } from "./allowed-href.ts";
import { Citation, type CitationOptions } from "./rationale-citation.ts";

/**
 * A link that keeps its address and nothing else in the document: what protects the reader who follows it (`rel`) is
 * ours to say on every page, not the document's.
 */
const RationaleLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("href"),
    },
  }),
});

/**
 * The extensions of a rationale's editor: paragraphs, bold, italic, links, lists, quotations, line breaks and
 * citations of the claim's evidence, with undo and the usual keys. The rules a stored rationale must pass are in
 * `parse-rationale.ts`, and a test holds that both agree.
 */
export function rationaleExtensions(options: Partial<CitationOptions> = {}): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      link: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    RationaleLink.configure({
      defaultProtocol: "https",
      openOnClick: false,
      isAllowedUri: (href) => isAllowedHref(href),
      shouldAutoLink: (href) => isAllowedHref(href),
      HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
    }),
    Citation.configure(options),
  ];
}

/** The same schema for code without an editor. Needs no DOM. */
export const rationaleSchema = getSchema(rationaleExtensions());

import { Link } from "@tiptap/extension-link";
import { isAllowedHref } from "./allowed-href.ts";

/**
 * A link that keeps its address and nothing else in the document: what protects the reader who follows it (`rel`) is
 * ours to say on every page, not the document's.
 */
export const DocumentLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("href"),
    },
  }),
}).configure({
  defaultProtocol: "https",
  openOnClick: false,
  isAllowedUri: (href) => isAllowedHref(href),
  shouldAutoLink: (href) => isAllowedHref(href),
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
});

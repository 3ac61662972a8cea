import { type Extensions, getSchema } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { DocumentLink } from "./document-link.ts";
import { Citation, type CitationOptions } from "./rationale-citation.ts";

/**
 * The extensions of a rationale's editor: paragraphs, bold, italic, links, lists, quotations, line breaks and
 * citations of the claim's evidence, with the usual keys. Undo is the shared document's: each person's own. The rules a
 * stored rationale must pass are in `parse-rationale.ts`, and a test holds that both agree.
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
      undoRedo: false,
    }),
    DocumentLink,
    Citation.configure(options),
  ];
}

/** The same schema for code without an editor. Needs no DOM. */
export const rationaleSchema = getSchema(rationaleExtensions());

import { type Extensions, getSchema } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";

/**
 * The extensions of a summary's editor: words and nothing else. It is one line; that a second paragraph may stand in it
 * all the same is for two people who paste at once: a schema that forbade it would have the editor delete one.
 */
export function summaryExtensions(): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bold: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      italic: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
      underline: false,
      undoRedo: false,
    }),
  ];
}

/** The same schema for code without an editor. Needs no DOM. */
export const summarySchema = getSchema(summaryExtensions());

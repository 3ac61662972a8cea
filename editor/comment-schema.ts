import { type Extensions, getSchema } from "@tiptap/core";
import { Mention, type MentionOptions } from "@tiptap/extension-mention";
import { StarterKit } from "@tiptap/starter-kit";
import { DocumentLink } from "./document-link.ts";

/** Keeps who is meant and nothing of how the name was typed. */
const CommentMention = Mention.extend({
  addAttributes: () => ({
    id: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-id"),
      renderHTML: ({ id }: Record<string, unknown>) => ({ "data-id": id }),
    },
    label: {
      default: "",
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-label"),
      renderHTML: ({ label }: Record<string, unknown>) => ({ "data-label": label }),
    },
  }),
});

/**
 * The extensions of a comment's editor: paragraphs, bold, italic, links, line breaks and mentions, with undo and the
 * usual keys. `suggestion` says whom to offer after an `@`, and how; its `command` is given `{ id, label }`. The rules a
 * stored comment must pass are in `parse-comment.ts`, and a test holds that both agree.
 */
export function commentExtensions(options: Partial<Pick<MentionOptions, "suggestion">> = {}): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    DocumentLink,
    CommentMention.configure({
      ...options,
      HTMLAttributes: { class: "mention" },
      deleteTriggerWithBackspace: true,
    }),
  ];
}

/** The same schema for code without an editor. Needs no DOM. */
export const commentDocumentSchema = getSchema(commentExtensions());

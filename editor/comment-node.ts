import type { RationaleMark } from "./rationale-node.ts";

/** The rich text of a comment, node by node, as `parseComment` answers it: TipTap JSON with all its parts present. */
export interface CommentDocument {
  type: "doc";
  content: CommentParagraph[];
}

export interface CommentParagraph {
  type: "paragraph";
  content: CommentInline[];
}

export type CommentInline = CommentText | CommentHardBreak | CommentMention;

/** Bold, italic and links, as in a rationale. */
export type CommentMark = RationaleMark;

export interface CommentText {
  type: "text";
  text: string;
  marks: CommentMark[];
}

export interface CommentHardBreak {
  type: "hardBreak";
}

/** Names a member. `label` is their name when it was written. */
export interface CommentMention {
  type: "mention";
  attrs: { id: string; label: string };
}

import type { CommentDocument, CommentInline } from "./comment-node.ts";

/** What a mention reads as. */
export const mentionText = (label: string): string => `@${label}`;

/** The words of a comment, one line per paragraph, mentions as `@name`, without marks. */
export const commentText = (comment: CommentDocument): string =>
  comment.content.map(({ content }) => content.map(wordsOf).join("")).join("\n");

/** The members a comment mentions, each once, in the order of their first mention. */
export const mentionedMembers = (comment: CommentDocument): string[] => [
  ...new Set(
    comment.content
      .flatMap(({ content }) => content)
      .flatMap((part) => (part.type === "mention" ? [part.attrs.id] : [])),
  ),
];

/** Whether nothing at all was written. */
export const isEmptyComment = (comment: CommentDocument): boolean => commentText(comment).trim() === "";

/** Plain text as a comment: an empty line ends a paragraph, any other line break stays one. Nothing else has meaning. */
export function commentFromText(text: string): CommentDocument {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((words) => words.trim() !== "");
  return { type: "doc", content: (paragraphs.length > 0 ? paragraphs : [""]).map(paragraphOf) };
}

function paragraphOf(words: string): CommentDocument["content"][number] {
  const lines = words.replace(/^\n+|\n+$/g, "").split("\n");
  const content = lines.flatMap((line, index): CommentInline[] => [
    ...(index > 0 ? [{ type: "hardBreak" as const }] : []),
    ...(line === "" ? [] : [{ type: "text" as const, text: line, marks: [] }]),
  ]);
  return { type: "paragraph", content };
}

function wordsOf(part: CommentInline): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "hardBreak":
      return "\n";
    case "mention":
      return mentionText(part.attrs.label);
  }
}

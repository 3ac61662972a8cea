import { Fragment, type ReactNode } from "react";
import { MarkedText } from "#components/ui/marked-text.tsx";
import type { RichText } from "#domain/rich-text.ts";
import type { CommentInline } from "#editor/comment-node.ts";
import { mentionText } from "#editor/comment-text.ts";
import { parseComment } from "#editor/parse-comment.ts";
import { assertNever } from "#editor/rationale-node.ts";
import classes from "./discussion.module.css";

interface CommentBodyProps {
  body: RichText;
  /** What is shown where the body is in no form this page knows, which a newer server may send. */
  text: string;
  /** Whose mentions stand out. */
  readerId: string;
}

/** What a comment says. */
export function CommentBody({ body, text, readerId }: CommentBodyProps) {
  const parsed = parseComment(body);
  if (!parsed.ok) return <p className={classes.words}>{text}</p>;
  return (
    <div className={classes.words}>
      {parsed.comment.content.map(({ content }, index) => (
        // The document is never edited here: a node's place is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <p key={index} dir="auto">
          {content.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <Fragment key={at}>{inline(part, readerId)}</Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

const OUTWARD = { rel: "noopener noreferrer nofollow", target: "_blank" };

function inline(part: CommentInline, readerId: string): ReactNode {
  switch (part.type) {
    case "text":
      return <MarkedText part={part} link={OUTWARD} />;
    case "hardBreak":
      return <br />;
    case "mention":
      return (
        <span className={classes.mention} data-me={part.attrs.id === readerId || undefined}>
          {mentionText(part.attrs.label)}
        </span>
      );
    default:
      return assertNever(part);
  }
}

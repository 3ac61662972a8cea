import type { Actor } from "#domain/rights/predicate.ts";
import type { CommentDocument, CommentInline } from "#editor/comment-node.ts";
import { commentFromText } from "#editor/comment-text.ts";
import { openThread } from "#server/commands/open-thread.ts";
import { replyToThread } from "#server/commands/reply-to-thread.ts";
import { resolveThread } from "#server/commands/resolve-thread.ts";
import { db } from "#server/db.ts";
import type { DemoDiscussion } from "./discussion.ts";
import { type DemoRole, demoMembers } from "./members.ts";

/** Lets the desk talk, by the commands a member's click runs. */
export async function seedDiscussion(
  actors: Record<DemoRole, Actor>,
  articleId: string,
  { on, comments, resolvedBy }: DemoDiscussion,
): Promise<void> {
  const [first, ...replies] = comments;
  const written = (text: string) => withMentions(text, actors);
  const { id: threadId } = await openThread(actors[first.by], {
    articleId,
    body: written(first.text),
    ...("claim" in on ? { claimId: await claimOf(articleId, on.claim) } : { target: { exact: on.passage } }),
  });
  for (const { by, text } of replies) await replyToThread(actors[by], { threadId, body: written(text) });
  if (resolvedBy) await resolveThread(actors[resolvedBy], { threadId });
}

async function claimOf(articleId: string, exact: string): Promise<string> {
  const { claimId } = await db().anchor.findFirstOrThrow({ where: { exact, claim: { articleId } } });
  return claimId;
}

/** `text` as a comment in which `@editor` and the like are mentions. */
function withMentions(text: string, actors: Record<DemoRole, Actor>): CommentDocument {
  const { type, content } = commentFromText(text);
  return {
    type,
    content: content.map((paragraph) => ({
      ...paragraph,
      content: paragraph.content.flatMap((part): CommentInline[] =>
        part.type === "text" ? partsOf(part.text, actors) : [part],
      ),
    })),
  };
}

function partsOf(text: string, actors: Record<DemoRole, Actor>): CommentInline[] {
  const pieces = text.split(/(@(?:viewer|editor|reviewer|admin))/).filter((piece) => piece !== "");
  return pieces.map((piece): CommentInline => {
    const member = demoMembers.find(({ role }) => piece === `@${role}`);
    if (!member) return { type: "text", text: piece, marks: [] };
    return { type: "mention", attrs: { id: actors[member.role].id, label: member.name } };
  });
}

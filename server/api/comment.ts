import { deleteComment } from "#server/commands/delete-comment.ts";
import { editComment } from "#server/commands/edit-comment.ts";
import { openThread } from "#server/commands/open-thread.ts";
import { reopenThread } from "#server/commands/reopen-thread.ts";
import { replyToThread } from "#server/commands/reply-to-thread.ts";
import { resolveThread } from "#server/commands/resolve-thread.ts";
import { readThread, readThreads } from "#server/reads/thread.ts";
import { member } from "./implementer.ts";

export const threadRouter = {
  list: member.thread.list.handler(({ context, input }) => readThreads(context.actor, input)),
  get: member.thread.get.handler(({ context, input }) => readThread(context.actor, input.threadId)),
  open: member.thread.open.handler(({ context, input }) => openThread(context.actor, input)),
  reply: member.thread.reply.handler(({ context, input }) => replyToThread(context.actor, input)),
  resolve: member.thread.resolve.handler(({ context, input }) => resolveThread(context.actor, input)),
  reopen: member.thread.reopen.handler(({ context, input }) => reopenThread(context.actor, input)),
};

export const commentRouter = {
  edit: member.comment.edit.handler(({ context, input }) => editComment(context.actor, input)),
  remove: member.comment.remove.handler(({ context, input }) => deleteComment(context.actor, input)),
};

import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { systemStatusSchema, systemWorkSchema } from "#domain/system.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["System"];

export const systemContract = {
  status: memberCall
    .route({
      method: "GET",
      path: "/system",
      tags,
      summary: "Versions, sizes and queues (admins)",
      description: "Of the instance that answers, and of the database that all instances share.",
    })
    .output(systemStatusSchema),

  work: memberCall
    .route({ method: "GET", path: "/system/work", tags, summary: "Watches, and work that failed (admins)" })
    .output(systemWorkSchema),

  retryReading: memberCall
    .route({
      method: "POST",
      path: "/system/readings/{readingId}/retry",
      tags,
      successStatus: 204,
      summary: "Have a reading that failed begun once more (admins)",
      description: "NOT_FOUND also where it did not fail, or its file is not kept.",
    })
    .input(z.object({ readingId: idSchema }))
    .errors(errors("NOT_FOUND")),

  retryWatch: memberCall
    .route({
      method: "POST",
      path: "/system/watches/{articleId}/retry",
      tags,
      successStatus: 204,
      summary: "Look at a watched address now (admins)",
      description: "A watch that is held goes on.",
    })
    .input(z.object({ articleId: idSchema }))
    .errors(errors("NOT_FOUND")),

  pauseWatch: memberCall
    .route({
      method: "PUT",
      path: "/system/watches/{articleId}/pause",
      tags,
      successStatus: 204,
      summary: "Hold a watch, or let it go on (admins)",
      description: "Whoever sets the watch anew lets it go on, too.",
    })
    .input(z.object({ articleId: idSchema, paused: z.boolean() }))
    .errors(errors("NOT_FOUND")),

  retryMail: memberCall
    .route({
      method: "POST",
      path: "/system/mails/{memberId}/retry",
      tags,
      successStatus: 204,
      summary: "Send a member's digest now (admins)",
      description: "NOT_FOUND where nothing waits to be mailed to them.",
    })
    .input(z.object({ memberId: idSchema }))
    .errors(errors("NOT_FOUND")),
};

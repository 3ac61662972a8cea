import { cancelReading } from "#server/commands/cancel-reading.ts";
import { startReading } from "#server/commands/start-reading.ts";
import { readReading, readReadingPage } from "#server/reads/reading.ts";
import { member } from "./implementer.ts";
import { sendPicture } from "./send-picture.ts";

export const readingRouter = {
  start: member.reading.start.handler(({ context, input }) => startReading(context.actor, input)),
  get: member.reading.get.handler(({ context, input }) => readReading(context.actor, input.readingId)),
  cancel: member.reading.cancel.handler(({ context, input }) =>
    cancelReading(context.actor, input.readingId),
  ),
  page: member.reading.page.handler(async ({ context, input }) => {
    const bytes = await readReadingPage(context.actor, input);
    return sendPicture(context.resHeaders, bytes, { name: `${input.page}.webp`, mediaType: "image/webp" });
  }),
};

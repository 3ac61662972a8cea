import { cancelReading } from "#server/commands/cancel-reading.ts";
import { startReading } from "#server/commands/start-reading.ts";
import { readReading, readReadingPage } from "#server/reads/reading.ts";
import { member } from "./implementer.ts";

/** The picture of a page never changes. Private, because only members may see it. */
const FOR_GOOD = "private, max-age=31536000, immutable";

/** Whatever a browser takes the bytes for, it runs nothing of them. */
const INERT = "default-src 'none'; sandbox";

export const readingRouter = {
  start: member.reading.start.handler(({ context, input }) => startReading(context.actor, input)),
  get: member.reading.get.handler(({ context, input }) => readReading(context.actor, input.readingId)),
  cancel: member.reading.cancel.handler(({ context, input }) =>
    cancelReading(context.actor, input.readingId),
  ),
  page: member.reading.page.handler(async ({ context, input }) => {
    const bytes = await readReadingPage(context.actor, input);
    context.resHeaders?.set("cache-control", FOR_GOOD);
    context.resHeaders?.set("content-security-policy", INERT);
    return new File([bytes], `${input.page}.webp`, { type: "image/webp" });
  }),
};

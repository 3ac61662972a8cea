import { readPicture } from "#server/reads/picture.ts";
import { member } from "./implementer.ts";
import { sendPicture } from "./send-picture.ts";

export const pictureRouter = {
  get: member.picture.get.handler(async ({ context, input: { sha256 } }) => {
    const { bytes, mediaType } = await readPicture(context.actor, sha256);
    return sendPicture(context.resHeaders, bytes, { name: sha256, mediaType });
  }),
};

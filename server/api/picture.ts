import { readPicture } from "#server/reads/picture.ts";
import { member } from "./implementer.ts";

/** A year: the bytes behind a hash never change. Private, because only members may see them. */
const FOR_GOOD = "private, max-age=31536000, immutable";

/** Whatever a browser takes the bytes for, it runs nothing of them. */
const INERT = "default-src 'none'; sandbox";

export const pictureRouter = {
  get: member.picture.get.handler(async ({ context, input: { sha256 } }) => {
    const { bytes, mediaType } = await readPicture(context.actor, sha256);
    context.resHeaders?.set("cache-control", FOR_GOOD);
    context.resHeaders?.set("content-security-policy", INERT);
    return new File([bytes], sha256, { type: mediaType });
  }),
};

import { fetchCapture } from "#server/commands/fetch-capture.ts";
import { readCapture, readCaptureBytes } from "#server/reads/capture.ts";
import { SANDBOX_POLICY } from "#server/security-headers.ts";
import { contentDisposition } from "./content-disposition.ts";
import { member } from "./implementer.ts";

export const captureRouter = {
  create: member.capture.create.handler(({ context, input }) =>
    fetchCapture(context.actor, { ...input, signal: context.request.signal }),
  ),
  get: member.capture.get.handler(({ context, input }) => readCapture(context.actor, input.captureId)),
  bytes: member.capture.bytes.handler(async ({ context, input }) => {
    const fileName = `${input.captureId}.bin`;
    const bytes = await readCaptureBytes(context.actor, input.captureId);
    context.resHeaders?.set("content-disposition", contentDisposition(fileName));
    // Somebody else's page under our name: it must not run, whoever follows a link to it.
    context.resHeaders?.set("content-security-policy", SANDBOX_POLICY);
    context.resHeaders?.set("referrer-policy", "no-referrer");
    return new File([bytes], fileName, { type: "application/octet-stream" });
  }),
};

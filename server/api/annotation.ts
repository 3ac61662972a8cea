import { importAnnotations } from "#server/commands/import-annotations.ts";
import { previewAnnotations } from "#server/reads/annotation-preview.ts";
import { member } from "./implementer.ts";

export const annotationRouter = {
  preview: member.annotation.preview.handler(({ context, input }) =>
    previewAnnotations(context.actor, input),
  ),
  import: member.annotation.import.handler(({ context, input }) => importAnnotations(context.actor, input)),
};

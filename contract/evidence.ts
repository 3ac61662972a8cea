import { z } from "zod";
import { versionSchema } from "#domain/count.ts";
import { evidenceDetailSchema, evidenceDraftSchema, evidenceSchema } from "#domain/evidence.ts";
import { idSchema } from "#domain/id.ts";
import { writerSchema } from "#domain/writer.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Evidence"];
const evidenceId = z.object({ evidenceId: idSchema });

export const evidenceContract = {
  add: memberCall
    .route({
      method: "POST",
      path: "/claims/{claimId}/evidence",
      tags,
      successStatus: 201,
      summary: "Put a source to a claim",
      description: "A source whose address is in the library already is used as it stands there.",
    })
    .input(z.object({ claimId: idSchema }).extend(evidenceDraftSchema.shape))
    .output(evidenceSchema)
    .errors(errors("NOT_FOUND", "EVIDENCE_EXISTS", "ID_TAKEN")),

  update: memberCall
    .route({
      method: "PATCH",
      path: "/evidence/{evidenceId}",
      tags,
      summary: "Change what a source says here",
    })
    .input(
      evidenceId.extend(evidenceDetailSchema.partial().shape).extend({ version: versionSchema.optional() }),
    )
    .output(evidenceSchema)
    .errors(errors("NOT_FOUND", "EVIDENCE_EXISTS"))
    .errors({
      CONFLICT: {
        status: 409,
        data: z.object({
          current: evidenceSchema,
          fields: z.array(z.string()),
          writers: z.array(writerSchema),
        }),
      },
    }),

  remove: memberCall
    .route({
      method: "DELETE",
      path: "/evidence/{evidenceId}",
      tags,
      successStatus: 204,
      summary: "Take a source from a claim; it stays in the library",
    })
    .input(evidenceId)
    .errors(errors("NOT_FOUND")),

  restore: memberCall
    .route({
      method: "POST",
      path: "/evidence/{evidenceId}/restore",
      tags,
      summary: "Bring removed evidence back",
    })
    .input(evidenceId)
    .output(evidenceSchema)
    .errors(errors("NOT_FOUND", "EVIDENCE_EXISTS")),
};

import { z } from "zod";
import { claimKindSchema, prioritySchema, workStateSchema } from "#domain/claim.ts";
import { idSchema } from "#domain/id.ts";

const claimId = idSchema;
/** The version of the claim (of the verdict, for the rating) that the person saw. */
const version = z.number().int().min(0);
const kind = z.literal("setField");

/** A field of a claim as it is to be. Text is kept letter for letter: limits and trimming are the server's. */
const field = <Name extends string, Value extends z.ZodType>(name: Name, value: Value) =>
  z.object({ kind, claimId, version, field: z.literal(name), value });

export const setFieldSchema = z.discriminatedUnion("field", [
  field("statement", z.string()),
  field("claimant", z.string()),
  field("saidOn", z.string().nullable()),
  field("saidWhere", z.string()),
  field("kinds", z.array(claimKindSchema)),
  field("priority", prioritySchema),
  field("assigneeId", idSchema.nullable()),
  field("workState", workStateSchema),
  field("rating", z.string().nullable()),
]);
export type SetField = z.infer<typeof setFieldSchema>;

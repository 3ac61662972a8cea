import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { offsetSchema } from "#domain/anchor.ts";
import { givenDateSchema } from "#domain/partial-date.ts";
import { richTextSchema } from "#domain/rich-text.ts";

type ObjectSchema = Record<string, unknown>;

/** What the code of a schema can't tell a generator, because it transforms or checks by hand. */
const BY_HAND = new Map<unknown, ObjectSchema>([
  [offsetSchema, { type: "integer", minimum: 0, description: "In Unicode code points" }],
  [
    givenDateSchema,
    { type: "string", description: "`2025`, `2025-09` or `2025-09-03`; of a date-time the day is kept" },
  ],
  [
    richTextSchema,
    {
      type: "object",
      description: "A TipTap document",
      properties: { type: { const: "doc" }, content: { type: "array", items: { type: "object" } } },
      required: ["type"],
    },
  ],
]);

/** The contract's zod schemas as JSON Schema. */
export const schemaConverter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ schema, next }) => {
      const byHand = BY_HAND.get(schema);
      if (byHand) return [true, { ...byHand }];
      const [required, found] = next();
      return [required, withoutNoise(found)];
    },
  ],
});

/** That a number is at most the largest there is tells nobody anything. */
function withoutNoise<Schema extends object>(schema: Schema): Schema {
  const { maximum, ...rest } = schema as ObjectSchema;
  return (maximum === Number.MAX_SAFE_INTEGER ? rest : schema) as Schema;
}

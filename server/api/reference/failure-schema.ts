type Definition = [code: string, message: string, dataRequired: boolean, data: unknown];
type Schema = Record<string, unknown>;

/** What a failure of `status` looks like: its codes, and the shapes of `data` that a caller acts on. */
export function failureSchema(definitions: Definition[], status: number): Schema {
  const shapes = definitions.map(([, , , data]) => data as Schema).filter(hasProperties);
  return {
    type: "object",
    properties: {
      code: { enum: definitions.map(([code]) => code) },
      status: { const: status },
      message: { type: "string", description: "One sentence in the caller's language" },
      data: dataSchema(shapes, definitions.length),
      defined: { type: "boolean" },
    },
    required: ["code", "status", "message", "data"],
  };
}

/** Where a status has several codes, only some of them may promise a shape. */
function dataSchema(shapes: Schema[], codes: number): Schema {
  const [only] = shapes;
  if (!only) return { type: "object" };
  return codes === 1 ? only : { anyOf: [...shapes, { type: "object" }] };
}

const hasProperties = (schema: Schema): boolean => "properties" in schema;

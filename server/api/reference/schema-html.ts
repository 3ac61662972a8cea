import { escaped, type Html, html, prose } from "./html.ts";

/** The part of JSON Schema that the contract's converter writes. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  contentMediaType?: string;
}

/** A schema in a few words: `string (uuid)`, `"ja" or "en"`, `list of Claim`, with links to the shapes by name. */
export function typeOf(schema: JsonSchema): Html {
  const name = schema.$ref?.split("/").at(-1);
  if (name) return html`<a href="#shape-${escaped(name)}">${escaped(name)}</a>`;
  const values = schema.enum ?? ("const" in schema ? [schema.const] : null);
  if (values) return joined(values.map((value) => html`<code>${escaped(JSON.stringify(value))}</code>`));
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return joined(options.filter((option) => !("not" in option)).map(typeOf));
  if (schema.contentMediaType) return html`a file`;
  if (schema.type === "array") return html`list of ${schema.items ? typeOf(schema.items) : html`anything`}`;
  if (schema.type === "object" && schema.properties) return html`object`;
  const type = [schema.type ?? "anything"].flat().join(" or ");
  return schema.format ? html`${escaped(type)} (${escaped(schema.format)})` : escaped(type);
}

/**
 * The fields of an object as a table; null where there are none to show. Objects inside are shown by dotted names.
 * `owner` tells a screen reader which of many such tables it is in.
 */
export function fieldsTable(schema: JsonSchema, caption: string, owner: string): Html | null {
  const rows = rowsOf(schema, "");
  if (rows.length === 0) return null;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${escaped(`${owner}: ${caption}`)}"><table>
<caption>${escaped(caption)}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Notes</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function rowsOf(schema: JsonSchema, prefix: string): Html[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const inner = field.type === "array" ? field.items : field;
    const isList = inner !== field;
    const row = html`<tr><th scope="row"><code>${escaped(path)}</code></th><td>${typeOf(field)}</td><td>${notesOn(field, schema.required?.includes(name) ?? false)}</td></tr>
`;
    return [row, ...(inner ? rowsOf(inner, `${path}${isList ? "[]" : ""}.`) : [])];
  });
}

function notesOn(field: JsonSchema, required: boolean): Html {
  const limits = [
    field.minimum !== undefined && `at least ${field.minimum}`,
    field.maximum !== undefined && `at most ${field.maximum}`,
    field.maxLength !== undefined && `up to ${field.maxLength} characters`,
    field.maxItems !== undefined && `up to ${field.maxItems}`,
    field.default !== undefined && `else ${JSON.stringify(field.default)}`,
  ].filter((limit) => limit !== false);
  const words = [...(required ? ["required"] : ["optional"]), ...limits].join(", ");
  return html`${escaped(words)}${field.description ? prose(field.description) : null}`;
}

/** `a, b or c`. */
const joined = (parts: Html[]): Html =>
  [...new Set(parts)].reduce<Html>(
    (all, part, index, list) =>
      index === 0 ? part : html`${all}${index === list.length - 1 ? html` or ` : html`, `}${part}`,
    html``,
  );

import { escaped, type Html, html, prose } from "./html.ts";
import { fieldsTable, type JsonSchema, typeOf } from "./schema-html.ts";
import { STYLE } from "./style.ts";

type Content = Record<string, { schema?: JsonSchema }>;

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  requestBody?: { content: Content };
  responses?: Record<string, { description: string; content?: Content }>;
}

/** The part of an OpenAPI document that the page shows. */
export interface ReferenceDocument {
  info: { title: string; description?: string };
  servers?: { url: string }[];
  paths?: Record<string, Record<string, Operation> | undefined>;
  components?: { schemas?: Record<string, JsonSchema> };
}

interface Call {
  method: string;
  path: string;
  id: string;
  operation: Operation;
}

/** The API for people to read: one page, complete without scripts or anything from elsewhere. */
export function referencePage(document: ReferenceDocument): string {
  const prefix = document.servers?.[0]?.url ?? "";
  const groups = groupsOf(document);
  const shapes = Object.entries(document.components?.schemas ?? {});
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.info.title)}</title>
<style>${STYLE as Html}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the calls</a>
<header><p class="brand">Uratori</p><h1>${escaped(document.info.title)}</h1>
<p><a href="${escaped(prefix)}/openapi.json">OpenAPI 3.1 document</a></p></header>
<div class="columns">
<nav aria-label="Calls"><ul>${groups.map(([tag, calls]) => navGroup(tag, calls))}
<li><a href="#shapes">Shapes</a></li></ul></nav>
<main id="content">
${prose(document.info.description ?? "")}
<pre tabindex="0" aria-label="Example"><code>curl -H "Authorization: Bearer $TOKEN" "$URATORI_URL${escaped(prefix)}/articles"</code></pre>
${groups.map(
  ([
    tag,
    calls,
  ]) => html`<section aria-labelledby="tag-${slug(tag)}"><h2 id="tag-${slug(tag)}">${escaped(tag)}</h2>
${calls.map((call) => callArticle(call, prefix))}</section>
`,
)}
<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>
${shapes.map(
  ([name, schema]) => html`<div class="call"><h3 id="shape-${escaped(name)}">${escaped(name)}</h3>
${schema.description ? prose(schema.description) : null}${fieldsTable(schema, "Fields", name) ?? html`<p>${typeOf(schema)}</p>`}${variants(schema, name)}</div>
`,
)}</section>
</main>
</div>
</body>
</html>
`;
}

function groupsOf({ paths = {} }: ReferenceDocument): [string, Call[]][] {
  const groups = new Map<string, Call[]>();
  for (const [path, methods = {}] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const id = operation.operationId ?? `${method} ${path}`;
      const tag = operation.tags?.[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, id, operation }]);
    }
  }
  return [...groups];
}

const navGroup = (
  tag: string,
  calls: Call[],
): Html => html`<li><a href="#tag-${slug(tag)}">${escaped(tag)}</a>
<ul>${calls.map(
  ({ id, operation }) => html`<li><a href="#${slug(id)}">${escaped(operation.summary ?? id)}</a></li>
`,
)}</ul></li>
`;

function callArticle({ method, path, id, operation }: Call, prefix: string): Html {
  const { summary = id, description, parameters = [], requestBody, responses = {} } = operation;
  const asked: JsonSchema = {
    properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
    required: parameters.flatMap(({ name, required }) => (required ? [name] : [])),
  };
  const answers = Object.entries(responses);
  return html`<article class="call" aria-labelledby="${slug(id)}"><h3 id="${slug(id)}">${escaped(summary)}</h3>
<p class="address"><span class="method">${escaped(method)}</span> <code>${escaped(prefix)}${escaped(path)}</code></p>
${description ? prose(description) : null}${operation.security?.length === 0 ? html`<p>Needs no account.</p>` : null}
${fieldsTable(asked, "In the address", summary)}${bodyOf(requestBody?.content, summary)}
<h4>Answers</h4><dl>${answers.map(([status, answer]) => answerOf(status, answer, summary))}</dl></article>
`;
}

function bodyOf(content: Content | undefined, owner: string): Html | null {
  const [type, { schema = {} }] = Object.entries(content ?? {})[0] ?? ["", {}];
  const types = Object.keys(content ?? {});
  return type ? fieldsTable(schema, `Body (${types.join(" or ")})`, owner) : null;
}

function answerOf(
  status: string,
  { description, content }: { description: string; content?: Content },
  owner: string,
): Html {
  const schema = Object.values(content ?? {})[0]?.schema;
  const isFailure = Number(status) >= 400;
  if (isFailure) {
    const codes = description.split(", ").map((code) => html`<li><code>${escaped(code)}</code></li>`);
    return html`<dt class="failure">${escaped(status)}</dt><dd><ul class="codes">${codes}</ul></dd>`;
  }
  const table = schema && !schema.$ref ? fieldsTable(schema, "Fields of the answer", owner) : null;
  return html`<dt>${escaped(status)}</dt><dd>${table ?? (schema ? typeOf(schema) : escaped(description))}</dd>`;
}

/** Either of several objects, such as the two ways to say where a claim stands. */
const variants = (schema: JsonSchema, name: string): Html[] =>
  (schema.anyOf ?? schema.oneOf ?? []).flatMap((option, index) => {
    const table = fieldsTable(option, `Way ${index + 1}`, name);
    return table ? [table] : [];
  });

const slug = (text: string): Html => escaped(text.toLowerCase().replace(/[^a-z0-9]+/g, "-"));

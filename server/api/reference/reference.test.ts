import { beforeAll, describe, expect, it } from "vitest";
import { api } from "#contract/api.ts";
import { ERROR_CODES } from "#domain/error.ts";
import { type OpenApiDocument, openApiDocument } from "./document.ts";
import { escaped, html, prose } from "./html.ts";
import { type ReferenceDocument, referencePage } from "./page.ts";
import { fieldsTable, type JsonSchema, typeOf } from "./schema-html.ts";

let document: OpenApiDocument;

beforeAll(async () => {
  document = await openApiDocument("session");
});

interface SentOperation {
  operationId: string;
  security?: object[];
  responses: Record<string, { description: string }>;
}

/** Paths hold calls by method and, in other documents than ours, more. */
const operations = () =>
  Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path ?? {}),
  ) as unknown as SentOperation[];

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and has every call of the contract, once", () => {
    const calls = Object.entries(api).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(
      operations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(calls.sort());
  });

  it("resolves every reference it makes", () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(document.components?.schemas).toHaveProperty(name ?? "");
  });

  it("documents each call's failures by codes there are", () => {
    for (const { operationId, responses } of operations()) {
      const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect(failures.length, operationId).toBeGreaterThan(3);
      for (const code of failures.flatMap(([, { description }]) => description.split(", "))) {
        expect(ERROR_CODES, operationId).toContain(code);
      }
    }
  });

  it("says of each write what only a write is refused for, and of no read", () => {
    for (const path of Object.values(document.paths ?? {}))
      for (const [method, call] of Object.entries(path ?? {})) {
        const { operationId, responses, security } = call as unknown as SentOperation;
        const codes = Object.values(responses).flatMap(({ description }) => description.split(", "));
        const ways = (security ?? document.security ?? []).flatMap((way) => Object.keys(way));
        const isWrite = method !== "get";
        const has = (code: string) => expect(codes.includes(code), `${operationId} and ${code}`);
        has("TOKEN_READ_ONLY").toBe(isWrite && ways.includes("token"));
        // Calls about the session itself take a key where they can be done twice.
        if (!isWrite || !ways.includes("session")) has("IDEMPOTENCY_KEY_REUSED").toBe(false);
        else if (ways.includes("token")) has("IDEMPOTENCY_KEY_REUSED").toBe(true);
      }
  });

  it("asks for a cookie or a token, except where nobody has one yet", () => {
    const open = operations().filter(({ security }) => security?.length === 0);
    expect(open.map(({ operationId }) => operationId)).toEqual([
      "member.acceptInvitation",
      "member.setUp",
      "secondFactor.beginSignIn",
      "secondFactor.signIn",
    ]);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(["session", "token"]);
  });

  it("says that offsets are whole numbers, always there, and null only where a claim needs placing", () => {
    const anchor = document.components?.schemas?.Anchor as JsonSchema | undefined;
    const offset = { type: "integer", minimum: 0 };
    const shapes = anchor?.anyOf ?? anchor?.oneOf ?? [];
    expect(shapes).toMatchObject([
      { properties: { start: offset, end: offset, state: { enum: ["exact", "moved"] } } },
      { properties: { start: offset, end: offset, state: { const: "changed" } } },
      { properties: { start: { type: "null" }, end: { type: "null" }, state: { const: "needs_placing" } } },
    ]);
    for (const { required } of shapes) expect(required).toEqual(expect.arrayContaining(["start", "end"]));
  });
});

describe("the page for people", () => {
  let page: string;

  beforeAll(() => {
    page = referencePage(document as ReferenceDocument);
  });

  it("needs no script and nothing from another host", () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect([...page.matchAll(/(?:href|src)="([^"#]*)"/g)].map(([, to]) => to).filter(Boolean)).toEqual([
      "/api/v1/openapi.json",
    ]);
  });

  it("gives every table that scrolls a name of its own", () => {
    const names = [...page.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has one heading of each call, and links that arrive", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, label] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(label);
    expect(page.match(/<article/g)).toHaveLength(operations().length);
  });
});

describe("the page's pieces", () => {
  it("show text as text", () => {
    expect(escaped(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    expect(prose("a <b> **c** `d`\n\ne")).toBe(
      "<p>a &lt;b&gt; <strong>c</strong> <code>d</code></p>\n<p>e</p>",
    );
    expect(html`<i>${escaped("<")}</i>${null}${[escaped("a"), escaped("b")]}`).toBe("<i>&lt;</i>ab");
  });

  it.each<[JsonSchema, string]>([
    [{ type: "string", format: "uuid" }, "string (uuid)"],
    [{ $ref: "#/components/schemas/Claim" }, '<a href="#shape-Claim">Claim</a>'],
    [{ enum: ["ja", "en"] }, "<code>&quot;ja&quot;</code> or <code>&quot;en&quot;</code>"],
    [{ anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] }, "string, number or null"],
    [{ type: "array", items: { type: "integer" } }, "list of integer"],
    [{ contentMediaType: "*/*", type: "string" }, "a file"],
    [{}, "anything"],
  ])("word %j", (schema, words) => {
    expect(typeOf(schema)).toBe(words);
  });

  it("show what is inside an object or a list by dotted names", () => {
    const list = { type: "array", items: { properties: { id: { type: "string" } } } };
    expect(fieldsTable({ properties: { items: list } }, "x", "y")).toContain("<code>items[].id</code>");
    expect(fieldsTable({ properties: {} }, "x", "y")).toBeNull();
  });
});

import { isContractProcedure } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { API_PREFIX, api } from "#contract/api.ts";
import type { CallMeta } from "#contract/procedure.ts";
import { DEED_HEADER, SEQ_HEADER } from "#contract/procedure.ts";
import { anchorSchema, candidateSchema } from "#domain/anchor.ts";
import { articleSchema, articleSummarySchema, dismissalSchema } from "#domain/article.ts";
import { claimSchema, claimSummarySchema, claimTargetSchema } from "#domain/claim.ts";
import { commentSchema, threadSchema } from "#domain/comment.ts";
import { eventSchema } from "#domain/event.ts";
import { evidenceSchema } from "#domain/evidence.ts";
import { memberSchema, memberSummarySchema } from "#domain/member.ts";
import { notificationSchema, notificationSettingsSchema } from "#domain/notification.ts";
import { revisionSchema } from "#domain/revision.ts";
import { richTextSchema } from "#domain/rich-text.ts";
import { ratingSchema, scaleSchema } from "#domain/scale.ts";
import { sourceSchema } from "#domain/source.ts";
import { verdictSchema } from "#domain/verdict.ts";
import { schemaConverter } from "./converter.ts";
import { failureSchema } from "./failure-schema.ts";

const DESCRIPTION = `Everything the workbench does, it does through these calls.

**Signing in.** A browser sends its session cookie. A script sends \`Authorization: Bearer\` with a personal token, made in the profile and shown once. A token may read, or also write; it ends on its day, or with a changed password. A write with a cookie must come from this site.

**Failures** are JSON: \`code\` (a closed list; each call names its own), \`status\`, \`message\` in the caller's language, and \`data\`. With \`INVALID_INPUT\`, \`data.issues\` lists \`path\` and \`message\`.

**Offsets** count Unicode code points in a revision's \`text\`, the end exclusive.

**Lists** answer \`items\` and \`nextCursor\`; send that back as \`cursor\` until it is null.

**Changes** carry the \`version\` the writer saw. A field that somebody else changed since is a \`CONFLICT\`; different fields merge.

**Sent again.** A write may carry a UUID of its sender's in the header \`${DEED_HEADER}\`: sent again under the same one, it is answered as the first time and not done again. With another call or another input it is \`IDEMPOTENCY_KEY_REUSED\`; an answer that holds a secret is given once, and then \`SECRET_SHOWN_ONCE\`.

**What is newer.** An article says in \`seq\`, and every write to one and every claim that is read say in the header \`${SEQ_HEADER}\`, which of its events they know of: all up to that number. Of two answers about one thing the one with the smaller number is the older.`;

/** Shapes that many calls share, by the name they have in the document. */
const SHAPES = {
  Article: articleSchema,
  ArticleSummary: articleSummarySchema,
  Revision: revisionSchema,
  Dismissal: dismissalSchema,
  Claim: claimSchema,
  ClaimSummary: claimSummarySchema,
  Anchor: anchorSchema,
  Candidate: candidateSchema,
  Verdict: verdictSchema,
  Scale: scaleSchema,
  Rating: ratingSchema,
  Evidence: evidenceSchema,
  Source: sourceSchema,
  Thread: threadSchema,
  Comment: commentSchema,
  Notification: notificationSchema,
  NotificationSettings: notificationSettingsSchema,
  Event: eventSchema,
  Member: memberSchema,
  MemberSummary: memberSummarySchema,
};

export type OpenApiDocument = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;

let made: Promise<OpenApiDocument> | undefined;

/**
 * The API as an OpenAPI 3.1 document. Made once, from the contract itself, so that it can't say anything else.
 * `sessionCookie` is the name of this installation's cookie: it is another behind https.
 */
export function openApiDocument(sessionCookie: string): Promise<OpenApiDocument> {
  made ??= generate(sessionCookie);
  return made;
}

async function generate(sessionCookie: string): Promise<OpenApiDocument> {
  const shapes = Object.entries(SHAPES).map(([name, schema]) => [
    name,
    { schema, strategy: "output" as const },
  ]);
  const document = await new OpenAPIGenerator({ schemaConverters: [schemaConverter] }).generate(api, {
    info: { title: "Uratori API", version: "1", description: DESCRIPTION },
    servers: [{ url: API_PREFIX }],
    security: [{ session: [] }, { token: [] }],
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description: "A browser's session",
        },
        token: { type: "http", scheme: "bearer", description: "A personal token, made in the profile" },
      },
    },
    customErrorResponseBodySchema: failureSchema,
    commonSchemas: {
      ...Object.fromEntries(shapes),
      ClaimTarget: { schema: claimTargetSchema },
      RichText: { schema: richTextSchema },
    },
  });
  for (const path of Object.values(document.paths ?? {}))
    for (const [method, call] of Object.entries(path ?? {})) describe(call, method === "get");
  return document;
}

interface Call {
  operationId: string;
  security?: object[];
  responses?: Record<string, { description: string; content?: Record<string, { schema?: unknown }> }>;
}

/** Calls about the session itself, which no token has. */
const SESSION_ONLY = new Set(
  Object.entries(api).flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, call]) =>
      isContractProcedure(call) && (call["~orpc"].meta as CallMeta).judgesSession ? [`${noun}.${verb}`] : [],
    ),
  ),
);

/** What no read is ever answered, although all calls of members share their list. */
const OF_WRITES = ["TOKEN_READ_ONLY", "IDEMPOTENCY_KEY_REUSED"];

/**
 * A response is described by what it means: its codes where it is a failure, and no body where it has none. A call
 * that never asks who calls needs no account, and one about the session itself takes no token.
 */
function describe(operation: unknown, isRead: boolean): void {
  const call = operation as Call;
  const { responses = {} } = call;
  if (isRead) withoutCodes(responses, OF_WRITES);
  const refusals = codesOf(responses["401"]?.content?.["application/json"]?.schema) ?? [];
  if (!refusals.includes("UNAUTHENTICATED")) call.security = [];
  else if (SESSION_ONLY.has(call.operationId)) call.security = [{ session: [] }];
  for (const [status, response] of Object.entries(responses)) {
    const codes = codesOf(response.content?.["application/json"]?.schema);
    if (codes) response.description = codes.join(", ");
    else response.description = status === "204" ? "Done" : "The answer";
    if (status === "204") delete response.content;
  }
}

function withoutCodes(responses: NonNullable<Call["responses"]>, unwanted: string[]): void {
  for (const [status, response] of Object.entries(responses)) {
    const codes = codesOf(response.content?.["application/json"]?.schema);
    const left = codes?.filter((code) => !unwanted.includes(code));
    if (left?.length === 0) delete responses[status];
    else if (codes && left) codes.splice(0, codes.length, ...left);
  }
}

function codesOf(schema: unknown): string[] | null {
  const { properties } = (schema ?? {}) as { properties?: { code?: { enum?: string[] } } };
  return properties?.code?.enum ?? null;
}

import { z } from "zod";
import { candidateSchema } from "#domain/anchor.ts";
import { claimSchema } from "#domain/claim.ts";
import { ERROR_STATUS, type ErrorCode } from "#domain/error.ts";
import { writerSchema } from "#domain/writer.ts";

/** Where a request is wrong: `path` names the field (`source.title`), `message` says what about it. */
export const issueSchema = z.object({ path: z.string(), message: z.string() });

/** What `data` holds, for the codes whose callers act on it. Every other code's `data` is an open object. */
const DATA = {
  INVALID_INPUT: z.object({ issues: z.array(issueSchema) }),
  ANCHOR_AMBIGUOUS: z.object({ candidates: z.array(candidateSchema) }),
  CONFLICT: z.object({ current: claimSchema, fields: z.array(z.string()), writers: z.array(writerSchema) }),
  ARTICLE_TOO_LARGE: z.object({ bytes: z.number(), limit: z.number() }),
  ARTICLE_TOO_MANY_BLOCKS: z.object({ blocks: z.number(), limit: z.number() }),
  ANNOTATIONS_TOO_LARGE: z.object({ bytes: z.number(), limit: z.number() }),
  ANNOTATIONS_TOO_MANY: z.object({ count: z.number(), limit: z.number() }),
  TOO_MANY_REQUESTS: z.object({ retryAfter: z.number() }),
  DATABASE_AWAY: z.object({ retryAfter: z.number() }),
  STORAGE_FULL: z.object({ retryAfter: z.number() }),
  BUSY: z.object({ retryAfter: z.number() }),
} as const;

const openData = z.record(z.string(), z.unknown());

type DataOf<Code extends ErrorCode> = Code extends keyof typeof DATA ? (typeof DATA)[Code] : typeof openData;
type ErrorItem<Code extends ErrorCode> = { status: (typeof ERROR_STATUS)[Code]; data: DataOf<Code> };

/** oRPC's error map for `codes`, with each code's one status and data shape. */
export function errors<const Code extends ErrorCode>(...codes: Code[]): { [K in Code]: ErrorItem<K> } {
  const items = codes.map((code) => [
    code,
    { status: ERROR_STATUS[code], data: code in DATA ? DATA[code as keyof typeof DATA] : openData },
  ]);
  return Object.fromEntries(items) as { [K in Code]: ErrorItem<K> };
}

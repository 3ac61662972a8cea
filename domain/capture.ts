import { z } from "zod";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";

/** What names a capture where it is one fact among others: what was asked for, what answered, when, and its hash. */
export const captureSummarySchema = z.object({
  id: idSchema,
  /** As it was asked for. */
  url: z.string(),
  /** The one that answered, after redirects. */
  finalUrl: z.string(),
  fetchedAt: z.iso.datetime(),
  /** Of the bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CaptureSummary = z.infer<typeof captureSummarySchema>;

/** What a server answered for an address, kept as it came; the content encoding is undone, cookies are left out. */
export const captureSchema = captureSummarySchema.extend({
  status: z.number().int(),
  /** Lower case, without parameters. */
  mediaType: z.string(),
  /** Names in small letters. */
  headers: z.record(z.string(), z.string()),
  /** How many bytes there are. */
  size: z.number().int().min(0),
  /** Null where a watch fetched it. */
  fetchedBy: memberSummarySchema.nullable(),
});
export type Capture = z.infer<typeof captureSchema>;

/** How long a capture is kept that no revision, draft or change refers to, in days. */
export const UNUSED_CAPTURE_DAYS = 7;

import { z } from "zod";
import { articleSummarySchema, coverageSchema, dismissalSchema, progressSchema } from "./article.ts";
import { claimSchema } from "./claim.ts";
import { editCountsSchema } from "./import-edit.ts";
import { machineReadSchema } from "./machine-reading.ts";
import { revisionSchema } from "./revision.ts";
import { scaleSchema } from "./scale.ts";

/** The files a report can leave as, in the order they are offered. */
export const REPORT_FORMATS = ["html", "pdf", "markdown", "csv", "json", "jsonld"] as const;
export const reportFormatSchema = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

/** Which claims a report shows: all of them, marked as a draft, or only what is settled. */
export const REPORT_SCOPES = ["draft", "settled"] as const;
export const reportScopeSchema = z.enum(REPORT_SCOPES);
export type ReportScope = z.infer<typeof reportScopeSchema>;

/** The number in the JSON export's `formatVersion`; raised when a reader of the old one could be misled. */
export const REPORT_FORMAT_VERSION = 1;

/**
 * All that any format needs, and the JSON export itself. Claims are in text order and numbered from 1 within the
 * report's scope; offsets are code points in `revision.text`. `scales` holds every scale version a verdict names, the
 * article's own first. `baseUrl` is the public address of this installation, without a trailing slash.
 */
export const reportSchema = z.object({
  formatVersion: z.literal(REPORT_FORMAT_VERSION),
  generatedAt: z.iso.datetime(),
  baseUrl: z.url(),
  desk: z.string(),
  scope: reportScopeSchema,
  article: articleSummarySchema.omit({
    progress: true,
    coverage: true,
    draft: true,
    openThreads: true,
    version: true,
  }),
  /**
   * `editedByHand`: what of the text was changed by hand when it came in; `machineRead`: that a machine read it from
   * pictures, and how much of it nobody compared with them. Both absent where there was nothing of the kind.
   */
  revision: revisionSchema.extend({
    editedByHand: editCountsSchema.optional(),
    machineRead: machineReadSchema.omit({ readingId: true }).optional(),
  }),
  dismissals: z.array(dismissalSchema),
  progress: progressSchema,
  coverage: coverageSchema,
  claims: z.array(claimSchema.omit({ abilities: true, openThreads: true })),
  scales: z.array(scaleSchema).min(1),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportClaim = Report["claims"][number];

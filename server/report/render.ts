import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Report, ReportFormat } from "#domain/report.ts";
import { reportFileName } from "#domain/report-file-name.ts";
import { log } from "#server/log.ts";
import { SHORT_WORK } from "#server/parsing/lanes.ts";
import { workerPool } from "#server/worker-pool.ts";
import { typesetPdf } from "./pdf-pool.ts";
import type { WritingJob, WrittenReport } from "./write.ts";

/** A report as a file. `mediaType` is what Content-Type says. */
export interface ReportFile {
  bytes: Uint8Array;
  mediaType: string;
  fileName: string;
}

const pool = workerPool<WritingJob, WrittenReport>(SHORT_WORK);

/**
 * `report` as a file of `format`, with its labels in `locale`, made for the member `by`. It is written in a thread, and a
 * PDF set in another. Throws EXPORT_FAILED when a maker fails or runs out of time; the log has the reason.
 */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  locale: Locale,
  by: string,
): Promise<ReportFile> {
  try {
    const job = { report, format, locale };
    const written = await pool.run(job, { task: "report", by, ...SHORT_WORK.times });
    const { body, mediaType, extension } = written;
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : await typesetPdf(body, by);
    return { bytes, mediaType, fileName: reportFileName(report, extension) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log().error({ err: error, articleId: report.article.id, format }, "a report could not be made");
    throw new Refusal("EXPORT_FAILED", { format });
  }
}

import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Report, ReportFormat } from "#domain/report.ts";
import { reportFileName } from "#domain/report-file-name.ts";
import { exporterOf } from "#formats/exporters/registry.ts";
import { log } from "#server/log.ts";
import { typesetPdf } from "./pdf-pool.ts";

/** A report as a file. `mediaType` is what Content-Type says. */
export interface ReportFile {
  bytes: Uint8Array;
  mediaType: string;
  fileName: string;
}

/**
 * `report` as a file of `format`, with its labels in `locale`. Text formats take milliseconds and are made here; a PDF
 * is made in a thread of its own. Throws EXPORT_FAILED when a maker fails or runs out of time; the log has the reason.
 */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  locale: Locale,
): Promise<ReportFile> {
  const { mediaType, extension, write } = await exporterOf(format);
  try {
    const body = write(report, locale);
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : await typesetPdf(body);
    return { bytes, mediaType, fileName: reportFileName(report, extension) };
  } catch (error) {
    log().error({ err: error, articleId: report.article.id, format }, "a report could not be made");
    throw new Refusal("EXPORT_FAILED", { format });
  }
}

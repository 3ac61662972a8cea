import type { Locale } from "#domain/localized.ts";
import type { Report, ReportFormat } from "#domain/report.ts";
import type { TypesetJob } from "#formats/exporters/exporter.ts";
import { exporterOf } from "#formats/exporters/registry.ts";

export interface WritingJob {
  report: Report;
  format: ReportFormat;
  locale: Locale;
}

/** A report as its exporter writes it: the file's text, or what the typesetter makes a file of. */
export interface WrittenReport {
  body: string | TypesetJob;
  mediaType: string;
  extension: string;
}

/** Writes a report; of one of many long rationales that takes a while. */
export async function writtenReport({ report, format, locale }: WritingJob): Promise<WrittenReport> {
  const { mediaType, extension, write } = await exporterOf(format);
  return { body: write(report, locale), mediaType, extension };
}

import type { Locale, Localized } from "#domain/localized.ts";
import type { Report, ReportFormat } from "#domain/report.ts";

/**
 * Work for the typesetter, for a format whose bytes need a native engine. `template` names a file in
 * `formats/exporters/pdf/`; `data` is JSON that the template reads as data, so nothing a person wrote is ever code.
 */
export interface TypesetJob {
  template: string;
  data: string;
}

/** One file format a report can leave as. Writing is pure: the same report and locale give the same answer. */
export interface Exporter {
  id: ReportFormat;
  /** As it stands in Content-Type, with charset where the format is text. */
  mediaType: string;
  /** Without the dot. */
  extension: string;
  name: Localized;
  /** What this format can't hold or changes, one sentence each, said before download. Empty: nothing is lost. */
  drops: readonly Localized[];
  /** `locale` is the language of labels and headings; what people wrote is never translated. */
  write(report: Report, locale: Locale): string | TypesetJob;
}

import type { Report } from "#domain/report.ts";
import { reportSchema } from "#domain/report.ts";
import type { Exporter } from "./exporter.ts";

/** The report itself, as `docs/formats/report-json.md` describes it. `readReportJson` reads it back, letter for letter. */
export const jsonExporter: Exporter = {
  id: "json",
  mediaType: "application/json; charset=utf-8",
  extension: "json",
  name: { ja: "JSON(再利用できる全データ)", en: "JSON (all data, can be read back)" },
  drops: [],
  write: (report) => writeReportJson(report),
};

/**
 * Checked before it leaves: a file that could not be read back must not be written.
 * Throws ZodError where the report breaks its own schema, which is a defect and not a user's mistake.
 */
function writeReportJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`;
}

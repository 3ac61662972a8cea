import { REPORT_FORMATS, type ReportFormat } from "#domain/report.ts";
import type { Exporter } from "./exporter.ts";

/** Every format, loaded when it is asked for. A format in the domain's list without a line here does not compile. */
const LOADERS = {
  html: () => import("./html.ts").then((module) => module.htmlExporter),
  pdf: () => import("./pdf.ts").then((module) => module.pdfExporter),
  markdown: () => import("./markdown.ts").then((module) => module.markdownExporter),
  csv: () => import("./csv.ts").then((module) => module.csvExporter),
  json: () => import("./json.ts").then((module) => module.jsonExporter),
  jsonld: () => import("./claim-review.ts").then((module) => module.claimReviewExporter),
} satisfies Record<ReportFormat, () => Promise<Exporter>>;

/** The exporter for `format`. */
export const exporterOf = (format: ReportFormat): Promise<Exporter> => LOADERS[format]();

/** All exporters in the order they are offered. */
export const allExporters = (): Promise<Exporter[]> => Promise.all(REPORT_FORMATS.map(exporterOf));

import type { Locale } from "#domain/localized.ts";
import type { Report } from "#domain/report.ts";
import type { Exporter } from "./exporter.ts";
import { printable } from "./pdf/printable.ts";

/** Tagged PDF for print and for screen readers, set by Typst from `pdf/report.typ`; every word goes in as data. */
export const pdfExporter: Exporter = {
  id: "pdf",
  mediaType: "application/pdf",
  extension: "pdf",
  name: { ja: "PDF(印刷用)", en: "PDF (for print)" },
  drops: [
    {
      ja: "日本語、欧文、絵文字の書体を埋め込みます。ハングルや簡体字など、書体にない文字は□になることがあります。絵文字は単色です。",
      en: "Japanese, Latin and emoji faces are embedded; characters outside them (such as Hangul) may print as boxes. Emoji have one colour.",
    },
    {
      ja: "作業の履歴、優先度、担当者は載りません。",
      en: "History, priorities and assignees are not shown.",
    },
  ],
  write: (report: Report, locale: Locale) => ({
    template: "report.typ",
    data: JSON.stringify(printable(report, locale)),
  }),
};

import type { Locale } from "#domain/localized.ts";
import type { ReportFormat } from "#domain/report.ts";
import { allExporters } from "#formats/exporters/registry.ts";

/** A format as it is offered: its name and what it can't hold, in the reader's language. */
export interface OfferedFormat {
  id: ReportFormat;
  name: string;
  extension: string;
  drops: string[];
}

/** Every format, in the order they are offered. */
export async function offeredFormats(locale: Locale): Promise<OfferedFormat[]> {
  const exporters = await allExporters();
  return exporters.map(({ id, name, extension, drops }) => ({
    id,
    extension,
    name: name[locale],
    drops: drops.map((drop) => drop[locale]),
  }));
}

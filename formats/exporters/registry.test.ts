import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LOCALES } from "#domain/localized.ts";
import { REPORT_FORMATS, reportSchema } from "#domain/report.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { allExporters, exporterOf } from "./registry.ts";

const emptyReport = { ...sampleReport, claims: [], dismissals: [] };

describe("the sample", () => {
  it("is a report", () => {
    expect(reportSchema.safeParse(sampleReport).error).toBeUndefined();
    const digest = createHash("sha256").update(sampleReport.revision.text).digest("hex");
    expect(digest).toBe(sampleReport.revision.sha256);
  });
});

describe.each(REPORT_FORMATS)("%s", (format) => {
  it("says what it is and what it can't hold in both languages", async () => {
    const { id, extension, mediaType, name, drops } = await exporterOf(format);
    expect(id).toBe(format);
    expect(extension).toMatch(/^[a-z]+$/);
    expect(mediaType).toMatch(/^(text|application)\/[a-z+]+(; [a-z]+=[\w-]+)*$/);
    for (const locale of LOCALES) {
      for (const said of [name, ...drops]) expect(said[locale]).not.toBe("");
    }
  });

  it.each(LOCALES)("writes the same sample the same way (%s)", async (locale) => {
    const { extension, write } = await exporterOf(format);
    for (const report of [sampleReport, settledSampleReport]) {
      const body = write(report, locale);
      const text = typeof body === "string" ? body : `${JSON.stringify(JSON.parse(body.data), null, 2)}\n`;
      const ending = typeof body === "string" ? extension : `${extension}.json`;
      await expect(text).toMatchFileSnapshot(`../samples/expected/${report.scope}-${locale}.${ending}`);
    }
  });

  it("writes a report without claims", async () => {
    const { write } = await exporterOf(format);
    expect(() => write(emptyReport, "ja")).not.toThrow();
  });

  it.each(HOSTILE)("writes %j without failing", async (text) => {
    const { write } = await exporterOf(format);
    expect(() => write(hostileReport(text), "en")).not.toThrow();
  });
});

it("gives every format an ending of its own", async () => {
  const endings = (await allExporters()).map(({ extension }) => extension);
  expect(new Set(endings).size).toBe(REPORT_FORMATS.length);
});

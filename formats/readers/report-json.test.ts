import { describe, expect, it } from "vitest";
import { jsonExporter } from "#formats/exporters/json.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { readReportJson } from "./report-json.ts";

const write = (report = sampleReport) => String(jsonExporter.write(report, "ja"));

describe("readReportJson", () => {
  it.each([sampleReport, settledSampleReport])("gives back what was written ($scope)", (report) => {
    expect(readReportJson(write(report))).toEqual({ ok: true, report });
  });

  it.each(HOSTILE.map((text) => text.trim()))("gives back %j", (text) => {
    const report = hostileReport(text);
    expect(readReportJson(`\ufeff${write(report)}`)).toEqual({ ok: true, report });
  });

  it.each([
    ["not JSON", "{", "", /JSON/],
    ["no object", "[]", "formatVersion", /Expected 1/],
    ["a later version", JSON.stringify({ ...sampleReport, formatVersion: 2 }), "formatVersion", /found 2/],
    ["a broken anchor", write().replace(/"start": 0/, '"start": -1'), "revision.blocks.0.start", /./],
    ["no scales", JSON.stringify({ ...sampleReport, scales: [] }), "scales", /./],
  ])("refuses %s with a path", (_, text, path, message) => {
    const read = readReportJson(text);
    if (read.ok) return expect.unreachable("it was read");
    expect(read.issues[0]).toMatchObject({ path, message: expect.stringMatching(message) });
  });
});

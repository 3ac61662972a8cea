import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "#domain/report.ts";
import { storableText } from "#editor/storable-text.ts";
import { sampleReport } from "#formats/samples/report.ts";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { csvExporter } from "./csv.ts";
import { csvField, protectedCell, unprotectedCell } from "./csv-cell.ts";

const write = (report: Report) => String(csvExporter.write(report, "ja"));
const read = (report: Report): Record<string, string>[] =>
  parse(write(report), { bom: true, columns: true, record_delimiter: "\r\n" });

/** What Excel, LibreOffice and Sheets begin a formula with, as the cell's own first character. */
const STARTS_FORMULA = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

describe("the CSV", () => {
  it("opens as UTF-8 in Excel and ends every line with CRLF", () => {
    const bytes = new TextEncoder().encode(write(sampleReport));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(write(sampleReport).split("\r\n")).toHaveLength(sampleReport.claims.length + 2);
  });

  it("has one row a claim, sources beside it", () => {
    const rows = read(sampleReport);
    expect(rows.map((row) => row.記事の記述)).toEqual(sampleReport.claims.map(({ anchor }) => anchor.exact));
    expect(rows[0]).toMatchObject({
      番号: "1",
      判定: "不正確",
      判定の数値: "2",
      開始位置: String(sampleReport.claims[0]?.anchor.start),
      "根拠2 立場": "反証",
      "根拠2 資料名": "広報しおみ 2014年11月号",
      "根拠2 該当箇所": "第41回朝市には1万3千人が訪れました🎉",
    });
    expect(rows[0]?.判定の理由).toContain("\\[2\\]");
    expect(rows[7]).toMatchObject({ 判定: "未判定", 開始位置: "", 判定の数値: "" });
  });

  it.each(HOSTILE)("shows %j and never calculates it", (text) => {
    for (const row of read(hostileReport(text))) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(STARTS_FORMULA);
      expect(unprotectedCell(row.発言者 ?? "")).toBe(storableText(text));
    }
  });
});

describe("cells", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["＝1", "'＝1"],
    [" @x", "' @x"],
    ["\u200b=1", "'\u200b=1"],
    [" \ufeff\u2060@x", "' \ufeff\u2060@x"],
    ["\u00ad\u3164+1", "'\u00ad\u3164+1"],
    ["\u202e-1", "'\u202e-1"],
    ["\u2066\ufe0f＝1", "'\u2066\ufe0f＝1"],
    ["\u200b\t1", "'\u200b\t1"],
    ["\u200b橋=1", "\u200b橋=1"],
    ["'tis", "'tis"],
    ["1-2", "1-2"],
    ["", ""],
  ])("%j is kept as %j", (text, cell) => {
    expect(protectedCell(text)).toBe(cell);
  });

  it("gives back every text", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\t\u200b\u202e -]{0,5}[a=]$/));
    fc.assert(
      fc.property(text, (value) => {
        expect(unprotectedCell(protectedCell(value))).toBe(value);
        expect(protectedCell(value)).not.toMatch(STARTS_FORMULA);
      }),
    );
  });

  it("survives a CSV reader", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2 }), (values) => {
        const line = `${values.map(csvField).join(",")}\r\n`;
        const [row] = parse(line, { record_delimiter: "\r\n" });
        const expected = values.map((value) => protectedCell(storableText(value)));
        expect(row).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

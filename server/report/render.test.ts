import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT_FORMATS } from "#domain/report.ts";
import { openLibrary } from "#formats/importers/pdf/open-library.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { kindsReport } from "#formats/samples/report-kinds.ts";
import { closeParsing } from "#server/parsing/close-parsing.ts";
import { closePdfPool, typesetPdf } from "./pdf-pool.ts";
import { renderReport } from "./render.ts";

const { getDocument } = await openLibrary();

afterAll(closePdfPool);
afterAll(closeParsing);

/** What the library says of a tagged PDF. */
const MARKED = new Map([
  ["Marked", true],
  ["UserProperties", false],
  ["Suspects", false],
]);

/** Text as a search sees it: line breaks and the spaces a typesetter adds mean nothing, ligatures are letters. */
const searchable = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join("");
    }),
  );
  return searchable(pages.join(""));
}

describe("renderReport", () => {
  it.each(REPORT_FORMATS)("makes a file of %s with a Japanese name", async (format) => {
    const { bytes, fileName, mediaType } = await renderReport(settledSampleReport, format, "ja", "a");
    expect(bytes.length).toBeGreaterThan(500);
    expect(mediaType).toMatch(/^(text|application)\//);
    expect(fileName).toMatch(
      /^潮見《しおみ》町の朝市に1万2千人🐟――𠮷岡町長「県内最大」と強調-factcheck-2026-11-23\.[a-z]+$/,
    );
  });
});

it("sets everything an article may hold", async () => {
  const { bytes } = await renderReport(kindsReport, "pdf", "ja", "a");
  const pdf = await getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 }).promise;
  const text = await textOf(pdf);
  for (const words of [
    "とうきょう",
    "3. 三つ目。",
    "五億円",
    "夜の橋。",
    "https://a.example/p.png",
    "市の資料。",
    "10⁶",
    "120",
    "二行目",
  ])
    expect(text).toContain(searchable(words));
}, 30_000);

describe("the PDF", () => {
  const opened: { pdf?: PDFDocumentProxy; source?: string } = {};
  const pdf = () => opened.pdf ?? expect.unreachable("not opened");

  beforeAll(async () => {
    const { bytes } = await renderReport(sampleReport, "pdf", "ja", "a");
    opened.source = Buffer.from(bytes).toString("latin1");
    opened.pdf = await getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 }).promise;
  });

  it("lets a reader find every claim, verdict and source", async () => {
    const text = await textOf(pdf());
    for (const claim of sampleReport.claims) {
      expect(text).toContain(searchable(claim.anchor.exact));
      if (claim.verdict) expect(text).toContain(searchable(claim.verdict.summary));
      for (const { source } of claim.evidence) expect(text).toContain(searchable(source.title));
    }
    expect(text).toContain("下書き");
    expect(text).toContain(searchable(sampleReport.revision.sha256));
  });

  it("is tagged, titled and in its language, and says it is PDF/UA-1", async () => {
    expect(await pdf().getMarkInfo()).toEqual(MARKED);
    const { info, metadata } = await pdf().getMetadata();
    expect(info).toMatchObject({ Title: sampleReport.article.title, Language: "ja" });
    expect(metadata?.get("pdfuaid:part")).toBe("1");
    const first = await pdf().getPage(1);
    expect(await first.getStructTree()).toMatchObject({ role: "Root" });
  });

  it("numbers its pages and has an outline that leads to every claim", async () => {
    expect(await pdf().getPageLabels()).toEqual(
      Array.from({ length: pdf().numPages }, (_, index) => String(index + 1)),
    );
    const outline = await pdf().getOutline();
    const claims = outline.find(({ title }) => title === "主張と判定");
    expect(claims?.items).toHaveLength(sampleReport.claims.length);
  });

  it("embeds every font it uses", () => {
    const names = opened.source?.match(/\/FontName \/[A-Z]{6}\+\S+/g) ?? [];
    expect(names.join(" ")).toMatch(/NotoSerifJP.*NotoSansJP|NotoSansJP.*NotoSerifJP/);
    const files = opened.source?.match(/\/FontFile[23] /g) ?? [];
    expect(files.length).toBe(opened.source?.match(/\/Type \/FontDescriptor/g)?.length);
  });

  it("reads what people wrote as words, never as code", async () => {
    const hostile = '#panic("x") $y$ *z* @label <w> // \\ `raw` #read("/etc/passwd")';
    const [claim] = sampleReport.claims;
    const verdict = claim?.verdict ?? expect.unreachable("the first claim is rated");
    const claims = sampleReport.claims.map((one, index) =>
      index === 0 ? { ...one, claimant: hostile, verdict: { ...verdict, summary: hostile } } : one,
    );
    const { bytes } = await renderReport({ ...sampleReport, claims, desk: hostile }, "pdf", "en", "a");
    const text = await textOf(await getDocument({ data: bytes, verbosity: 0 }).promise);
    expect(text.split(searchable(hostile)).length).toBeGreaterThan(2);
  });

  it("is still made, tagged, where no font has a character", async () => {
    const article = { ...sampleReport.article, title: "文字\u{f0000}なし" };
    const { bytes } = await renderReport({ ...sampleReport, article }, "pdf", "ja", "a");
    const made = await getDocument({ data: bytes, verbosity: 0 }).promise;
    expect(await made.getMarkInfo()).toEqual(MARKED);
  });
});

describe("the worker", () => {
  it("fails the job and not the process, and works on", async () => {
    await expect(typesetPdf({ template: "report.typ", data: "{" }, "a")).rejects.toThrow("Typst");
    await expect(typesetPdf({ template: "missing.typ", data: "{}" }, "a")).rejects.toThrow("Typst");
    const { bytes } = await renderReport(sampleReport, "pdf", "ja", "a");
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it("gives up in time and gets a new thread", async () => {
    await closePdfPool();
    const job = { template: "report.typ", data: "{}" };
    await expect(typesetPdf(job, "a", { timeout: 1 })).rejects.toThrow(/abort/i);
    const { bytes } = await renderReport(sampleReport, "pdf", "ja", "a");
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it("leaves the process free while it works", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await closePdfPool();
    await renderReport(sampleReport, "pdf", "ja", "a");
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });
});

import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import type { Report } from "#domain/report.ts";
import { sampleReport } from "#formats/samples/report.ts";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { markdownExporter } from "./markdown.ts";
import { markdownText } from "./markdown-text.ts";

interface Node {
  type: string;
  url?: string;
  value?: string;
  depth?: number;
  children?: Node[];
}

const write = (report: Report) => String(markdownExporter.write(report, "ja"));
const nodesOf = (report: Report): Node[] => flat(fromMarkdown(write(report)));
const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");

describe("the Markdown", () => {
  it("reads as the article, with numbers where claims end", () => {
    const lines = nodesOf(sampleReport)
      .filter(({ type }) => type === "paragraph")
      .map(textOf);
    expect(lines).toContain("来場者は前年の2.4倍[3]に増え、県内の朝市で最大となった。[2]");
    expect(lines).toContain("経済効果は3億円と見込まれ、町の負担は*ゼロ*[7]だという。");
    expect(lines).toContain("葛󠄀城港の水揚げは10年で4割減った👨‍👩‍👧‍👦。");
  });

  it("gives every claim a heading, its quote and its sources", () => {
    const nodes = nodesOf(sampleReport);
    const headings = nodes.filter(({ type, depth }) => type === "heading" && depth === 3).map(textOf);
    expect(headings).toContain("[1] 不正確");
    expect(headings).toContain("[5] 未判定");
    const quotes = nodes.filter(({ type }) => type === "blockquote").map(textOf);
    for (const { anchor } of sampleReport.claims) expect(quotes).toContain(anchor.exact);
    const links = nodes.flatMap(({ type, url }) => (type === "link" ? [url] : []));
    expect(links).toContain("https://www.town.shiomi.example.jp/koho/2014/11?p=3&l=ja");
  });

  it("takes no square of time for white space without end", () => {
    const text = `始${" ".repeat(200_000)}終`;
    const before = process.cpuUsage();
    expect(markdownText(text)).toBe(text);
    expect(markdownText(`${text} \r\n \n ${text}`)).toBe(`${text} ${text}`);
    const { revision } = sampleReport;
    const [first, ...rest] = revision.blocks;
    const blocks = first ? [{ ...first, kind: "paragraph" as const, text }, ...rest] : [];
    expect(write({ ...sampleReport, claims: [], revision: { ...revision, blocks } })).toContain("始");
    // Work, not time: tests share their machine.
    expect(process.cpuUsage(before).user / 1_000_000, "seconds").toBeLessThan(5);
  }, 60_000);

  it.each(HOSTILE)("shows %j as words", (text) => {
    const nodes = nodesOf(hostileReport(text));
    const types = new Set(nodes.map(({ type }) => type));
    expect(
      [...types].filter((type) => ["html", "code", "inlineCode", "image", "definition"].includes(type)),
    ).toEqual([]);
    for (const { url } of nodes) expect(url ?? "").not.toMatch(/^javascript:/i);
    const shown = nodes
      .filter(({ type }) => type === "text")
      .map(textOf)
      .join("\n");
    // Line breaks and NUL are the only characters Markdown can't carry in a line.
    const expected = text
      .replace(/\s*[\r\n]+\s*/g, " ")
      .replace(/\0/g, "\ufffd")
      .trim();
    expect(shown).toContain(expected);
  });
});

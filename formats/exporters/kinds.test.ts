import { parse } from "parse5";
import { expect, it } from "vitest";
import { kindsReport } from "#formats/samples/report-kinds.ts";
import { htmlExporter } from "./html.ts";
import { markdownExporter } from "./markdown.ts";

/** The article's text in the exported page, with nothing but elements and words. */
function articleIn(page: string): string {
  const errors: string[] = [];
  parse(page, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  const text = /<div class="text"[^>]*>([\s\S]*?)<\/div>\s*<\/section>/.exec(page)?.[1] ?? page;
  return text.replace(/ (?:dir|rel|aria-label)="[^"]*"/g, "");
}

it("writes tables, numbers, figures, footnotes, links and readings as a page shows them", () => {
  const article = articleIn(String(htmlExporter.write(kindsReport, "ja")));
  for (const part of [
    '<ruby>東<span class="claimed open">京</span><rt>とうきょう</rt></ruby>',
    '<span class="claimed open"><a class="noteref" href="#note-1">[1]</a></span>',
    '<a href="https://a.example/%E8%B3%87%E6%96%99">資料</a>',
    '<ul><li id="block-b3" class="numbered" data-number="3.">三つ目。<ul><li id="block-b4">点。</li></ul></li></ul>',
    '<tr><th>年</th><th colspan="2">費用</th></tr>',
    '<tr><td>2019</td><td></td><td><span class="claimed open">五億円</span><sup id="text-2">',
    "<figcaption>夜の橋。</figcaption>",
    '<p id="note-1"><span class="label">1</span> 市の資料。</p>',
    '<span class="claimed open">で、<br>定員は</span><span class="claimed open"><s>120</s> </span>',
    '<mark class="unsure">80</mark>',
    "<ins>二億円</ins>",
    'class="numbered" data-number="(ア)">一行目<br>二行目</li>',
  ])
    expect(article).toContain(part);
});

it("opens no address that is none of the web, whoever wrote the report", () => {
  const [title, paragraph, ...rest] = kindsReport.revision.blocks;
  if (!title || !paragraph) throw new Error("the sample has a paragraph");
  const marks = [{ type: "link" as const, start: 0, end: 2, href: "javascript:alert(1)" }];
  const blocks = [title, { ...paragraph, details: { marks } }, ...rest];
  const report = { ...kindsReport, revision: { ...kindsReport.revision, blocks } };
  for (const { write } of [htmlExporter, markdownExporter])
    expect(String(write(report, "ja"))).not.toContain("javascript:");
});

it("writes what CommonMark has, and the words of what it has not", () => {
  const article = String(markdownExporter.write(kindsReport, "ja"));
  for (const part of [
    "[資料](<https://a.example/%E8%B3%87%E6%96%99>)",
    "- 3\\. 三つ目。\n  - 点。",
    "年 \\| 費用\\\n2019 \\|  \\| 五億円\\[2\\]",
    "[https://a.example/p.png](<https://a.example/p.png>)\\\n夜の橋。",
    "\\[1\\] 市の資料。",
    "線量は10⁶で、\\\n定員は（取り消し線：120） 80（未照合）人\\[3\\]。二億円",
    "- (ア) 一行目\\\n  二行目",
  ])
    expect(article).toContain(part);
});

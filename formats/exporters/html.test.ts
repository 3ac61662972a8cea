import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, it } from "vitest";
import type { Report } from "#domain/report.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { htmlExporter } from "./html.ts";

const write = (report: Report, locale: "ja" | "en" = "ja") => String(htmlExporter.write(report, locale));

/** Every element of a page in order; fails on markup that the parser had to repair. */
function elementsOf(source: string): Tree.Element[] {
  const errors: string[] = [];
  const found: Tree.Element[] = [];
  const visit = (node: Tree.Node) => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(source, { onParseError: ({ code }) => errors.push(code) }));
  expect(errors).toEqual([]);
  return found;
}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

function textOf(node: Tree.Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const byId = (elements: Tree.Element[], id: string) =>
  elements.find((element) => attribute(element, "id") === id) ?? expect.unreachable(`no #${id}`);

describe("the HTML report", () => {
  it("needs nothing from anywhere and runs nothing", () => {
    for (const element of elementsOf(write(sampleReport))) {
      expect(["script", "img", "link", "iframe", "object", "base", "form"]).not.toContain(element.tagName);
      for (const { name } of element.attrs) expect(name).not.toMatch(/^(src|srcset|on.*|style)$/);
    }
    expect(write(sampleReport)).not.toMatch(/url\(|@import/);
  });

  it("gives every claim an address, from the text and back", () => {
    const elements = elementsOf(write(sampleReport));
    const addresses = elements.map((element) => attribute(element, "href"));
    for (const { number, anchor } of sampleReport.claims) {
      expect(textOf(byId(elements, `claim-${number}`))).toContain(anchor.exact);
      if (anchor.state === "needs_placing") {
        expect(addresses).not.toContain(`#text-${number}`);
      } else {
        expect(addresses.filter((address) => address === `#claim-${number}`)).toHaveLength(1);
        byId(elements, `text-${number}`);
      }
    }
    const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const address of addresses) {
      if (address?.startsWith("#")) expect(ids).toContain(address.slice(1));
    }
  });

  it("keeps the article's text letter for letter, and shows nested and overlapping claims", () => {
    const elements = elementsOf(write(sampleReport));
    const numbers = elements.filter(({ tagName }) => tagName === "sup").map(textOf);
    const article = elements.find((element) => attribute(element, "class") === "text");
    const shown = article ? textOf(article).replace(/\n/g, "") : "";
    for (const { text } of sampleReport.revision.blocks) {
      const plain = sampleReport.claims.every(({ anchor }) => !text.includes(anchor.exact));
      if (plain) expect(shown).toContain(text);
    }
    expect(numbers.slice(0, 5)).toEqual(["1", "3", "2", "4", "5"]);
    const many = elements.filter((element) => attribute(element, "class")?.includes("many"));
    expect(many.map(textOf)).toEqual(["前年の2.4倍", "震災後では初めて"]);
  });

  it("says what language it is in, and the article's", () => {
    const elements = elementsOf(write(sampleReport, "en"));
    expect(attribute(elements[0] ?? expect.unreachable("empty"), "lang")).toBe("en");
    expect(elements.find((element) => attribute(element, "class") === "text")?.attrs).toContainEqual({
      name: "lang",
      value: "ja",
    });
  });

  it("has headings that never skip a level", () => {
    const levels = elementsOf(write(sampleReport)).flatMap(({ tagName }) =>
      /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
    );
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  it("marks a draft as one, and only a draft", () => {
    expect(write(sampleReport)).toContain("これは検証途中の下書きです");
    expect(write(sampleReport)).toContain('<meta name="robots" content="noindex">');
    expect(write(settledSampleReport)).not.toContain("これは検証途中の下書きです");
  });

  it.each(HOSTILE)("shows %j as words", (text) => {
    const plain = elementsOf(write(sampleReport));
    const elements = elementsOf(write(hostileReport(text)));
    const tags = (all: Tree.Element[]) => new Set(all.map(({ tagName }) => tagName));
    expect([...tags(elements)].filter((tag) => !tags(plain).has(tag))).toEqual([]);
    for (const element of elements) {
      expect(attribute(element, "href") ?? "").not.toMatch(/^javascript:/i);
      for (const { name } of element.attrs) expect(name).not.toMatch(/^on/);
    }
  });
});

import { fromMarkdown } from "mdast-util-from-markdown";
import type { RichText } from "#domain/rich-text.ts";
import {
  isModest,
  MAX_DEPTH,
  MAX_RATIONALE_LENGTH,
  type ParsedRationale,
  parseRationale,
} from "./parse-rationale.ts";
import type { RationaleBlock, RationaleInline, RationaleMark } from "./rationale-node.ts";

type MarkdownNode = ReturnType<typeof fromMarkdown>["children"][number];

/** Markup may take this much more room than the words it marks. */
const MAX_MARKDOWN_LENGTH = MAX_RATIONALE_LENGTH * 3;

/**
 * A rationale from CommonMark. `[@evidenceId]` (or `[^evidenceId]`) cites evidence. What a rationale can't hold keeps
 * its words: a heading becomes a bold paragraph, code and HTML plain text, an image its description.
 * Refuses what `parseRationale` refuses. Never throws.
 */
export function rationaleFromMarkdown(markdown: string): ParsedRationale {
  if (markdown.length > MAX_MARKDOWN_LENGTH) return { ok: false, problem: { code: "too_long", path: [] } };
  if (isNestedTooDeep(markdown)) return { ok: false, problem: { code: "too_deep", path: [] } };
  const tree = fromMarkdown(markdown);
  if (!isModest(tree)) return { ok: false, problem: { code: "too_deep", path: [] } };
  const content = tree.children.flatMap(blocksFrom);
  return parseRationale({ type: "doc", content: content.length > 0 ? content : [paragraph([])] });
}

/** A rationale as it was sent, Markdown or a document. Never throws. */
export const parsedRationale = (sent: string | RichText): ParsedRationale =>
  typeof sent === "string" ? rationaleFromMarkdown(sent) : parseRationale(sent);

/** What opens a list or a quotation at the beginning of a line. */
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
/** A line that is one and no list, however many signs it has. */
const RULE = /^[ \t>]*([-*])(?:[ \t]*\1)+[ \t]*$/;

/** Whether a line opens more levels than a rationale may have: the parser would build them all, and take its time. */
const isNestedTooDeep = (markdown: string): boolean =>
  markdown.split(/[\r\n]+/).some((line) => {
    CONTAINER.lastIndex = 0;
    let levels = 0;
    while (levels <= MAX_DEPTH && CONTAINER.test(line)) levels += 1;
    return levels > MAX_DEPTH && !RULE.test(line);
  });

const paragraph = (content: RationaleInline[]): RationaleBlock => ({ type: "paragraph", content });

function blocksFrom(node: MarkdownNode): RationaleBlock[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(node.children.flatMap((child) => inlineFrom(child, [])))];
    case "heading":
      return [paragraph(node.children.flatMap((child) => inlineFrom(child, [{ type: "bold" }])))];
    case "blockquote": {
      const content = node.children.flatMap(blocksFrom);
      return content.length > 0 ? [{ type: "blockquote", content }] : [];
    }
    case "list": {
      const content = node.children.map((item) => {
        const blocks = item.children.flatMap(blocksFrom);
        const startsWell = blocks[0]?.type === "paragraph";
        return { type: "listItem" as const, content: startsWell ? blocks : [paragraph([]), ...blocks] };
      });
      if (!node.ordered) return [{ type: "bulletList", content }];
      return [{ type: "orderedList", attrs: { start: node.start ?? 1 }, content }];
    }
    case "code":
    case "html":
      return node.value
        .split("\n")
        .flatMap((line) => (line.trim() === "" ? [] : [paragraph(plain(line, []))]));
    default:
      return [];
  }
}

function inlineFrom(node: MarkdownNode, marks: RationaleMark[]): RationaleInline[] {
  switch (node.type) {
    case "text":
      return citationsIn(joinLines(withoutGuards(node.value)), marks);
    case "strong":
      return node.children.flatMap((child) => inlineFrom(child, withMark(marks, { type: "bold" })));
    case "emphasis":
      return node.children.flatMap((child) => inlineFrom(child, withMark(marks, { type: "italic" })));
    case "link": {
      const link: RationaleMark = { type: "link", attrs: { href: node.url } };
      return node.children.flatMap((child) => inlineFrom(child, withMark(marks, link)));
    }
    case "linkReference":
      return node.children.flatMap((child) => inlineFrom(child, marks));
    case "image":
    case "imageReference":
      return plain(node.alt ?? "", marks);
    case "inlineCode":
    case "html":
      return plain(node.value, marks);
    case "break":
      return [{ type: "hardBreak" }];
    default:
      return [];
  }
}

const withMark = (marks: RationaleMark[], mark: RationaleMark): RationaleMark[] =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];

const plain = (text: string, marks: RationaleMark[]): RationaleInline[] =>
  text === "" ? [] : [{ type: "text", text, marks }];

function citationsIn(text: string, marks: RationaleMark[]): RationaleInline[] {
  const parts = text.split(/\[[@^]([0-9A-Za-z-]{1,64})\]/);
  return parts.flatMap((part, index): RationaleInline[] =>
    index % 2 === 0 ? plain(part, marks) : [{ type: "citation", attrs: { evidenceId: part } }],
  );
}

/** A soft line break is a space between words, and nothing between Japanese characters, which take none. */
const joinLines = (text: string): string =>
  text
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff5e])/gu,
      "",
    )
    .replace(/\n/g, " ");

/** `rationaleToMarkdown` guards emphasis beside Japanese punctuation by U+200B; here it has done its work. */
const withoutGuards = (text: string): string => text.replace(/^\u200b|\u200b$/g, "");

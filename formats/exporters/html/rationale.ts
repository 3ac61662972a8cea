import {
  assertNever,
  type Rationale,
  type RationaleMark,
  type RationaleNode,
} from "#editor/rationale-node.ts";
import { html, type Markup } from "./markup.ts";

/** Writes the citation of a piece of evidence. */
export type CitationWriter = (evidenceId: string) => Markup;

/** A rationale as HTML. */
export const rationaleHtml = (rationale: Rationale, cite: CitationWriter): Markup[] =>
  rationale.content.map((node) => nodeHtml(node, cite));

function nodeHtml(node: RationaleNode, cite: CitationWriter): Markup {
  const inside = () => ("content" in node ? node.content.map((child) => nodeHtml(child, cite)) : []);
  switch (node.type) {
    case "paragraph":
      return html`<p dir="auto">${inside()}</p>`;
    case "bulletList":
      return html`<ul>${inside()}</ul>`;
    case "orderedList":
      return html`<ol start="${node.attrs.start}">${inside()}</ol>`;
    case "listItem":
      return html`<li>${inside()}</li>`;
    case "blockquote":
      return html`<blockquote>${inside()}</blockquote>`;
    case "text":
      return node.marks.reduceRight(marked, html`${node.text}`);
    case "hardBreak":
      return html`<br>`;
    case "citation":
      return cite(node.attrs.evidenceId);
    default:
      return assertNever(node);
  }
}

function marked(inner: Markup, mark: RationaleMark): Markup {
  switch (mark.type) {
    case "bold":
      return html`<strong>${inner}</strong>`;
    case "italic":
      return html`<em>${inner}</em>`;
    case "link":
      return html`<a href="${mark.attrs.href}" rel="noopener noreferrer">${inner}</a>`;
    default:
      return assertNever(mark);
  }
}

import type { ArticleBlockNode, ArticleMark, ArticleTextNode } from "#editor/article-document.ts";
import { footnoteAddress, LINK_ATTRIBUTES } from "#editor/article-link.ts";

/** What every element of a block has: its id and its text. */
export const blockOf = ({ attrs, content }: ArticleBlockNode) => ({
  "data-block-id": attrs.blockId,
  children: inlines(content),
});

/** Neighbours under one mark stand in one element of it, as ProseMirror draws them; `outer` are those they stand in already. */
export function inlines(
  nodes: readonly ArticleTextNode[],
  outer: readonly ArticleMark[] = [],
): React.ReactNode[] {
  const out: React.ReactNode[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    const mark = node?.marks?.[outer.length];
    if (!node || !mark) {
      if (node) out.push(node.text);
      at += 1;
      continue;
    }
    const rest = nodes.slice(at).findIndex((next) => !isSame(next.marks?.[outer.length], mark));
    const end = rest === -1 ? nodes.length : at + rest;
    const inside = inlines(nodes.slice(at, end), [...outer, mark]);
    out.push(
      <Marked key={at} mark={mark}>
        {inside}
      </Marked>,
    );
    at = end;
  }
  return out;
}

const { class: linkClass, ...linkRest } = LINK_ATTRIBUTES;
/** The attributes of a link, as React names them. */
export const reactLink = { ...linkRest, className: linkClass, draggable: false };

function Marked({ mark, children }: { mark: ArticleMark; children: React.ReactNode }) {
  switch (mark.type) {
    case "link":
      return (
        <a {...reactLink} href={mark.attrs.href}>
          {children}
        </a>
      );
    case "note":
      return (
        <a
          className="article-note"
          role="doc-noteref"
          draggable={false}
          href={footnoteAddress(mark.attrs.label)}
        >
          {children}
        </a>
      );
    case "inserted":
      return <ins>{children}</ins>;
    case "raised":
      return <sup>{children}</sup>;
    case "lowered":
      return <sub>{children}</sub>;
    case "struck":
      return (
        <span className="article-struck" data-words={mark.attrs.words} data-side={mark.attrs.side}>
          {children}
        </span>
      );
    case "unsure":
      return (
        <mark className="article-unsure" data-what={mark.attrs.what}>
          {children}
        </mark>
      );
    case "ruby":
      return (
        <ruby>
          <span>{children}</span>
          <rt>{mark.attrs.reading}</rt>
        </ruby>
      );
  }
}

const isSame = (a: ArticleMark | undefined, b: ArticleMark) => JSON.stringify(a) === JSON.stringify(b);

import type { Block } from "#domain/block.ts";
import type { ArticleFootnoteNode, ArticleTopNode } from "#editor/article-document.ts";
import { footnoteId } from "#editor/article-link.ts";
import { documentFromBlocks } from "#editor/revision-document.ts";
import { ArticleFigure } from "./article-figure.tsx";
import { blockOf } from "./article-inline.tsx";
import { ArticleTable, rowKey } from "./article-table.tsx";

/**
 * The article as the server writes it: the very elements, attributes and order that the editor's schema renders, so
 * that nothing moves when the editor takes over. `editor/article-schema.ts` promises that DOM.
 */
export function ArticleText({ blocks }: { blocks: readonly Block[] }) {
  return documentFromBlocks(blocks).content.map((node) => <TopNode key={keyOf(node)} node={node} />);
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function TopNode({ node }: { node: ArticleTopNode }) {
  switch (node.type) {
    case "heading": {
      const Heading = HEADINGS[node.attrs.level - 1] ?? "h2";
      return <Heading {...blockOf(node)} />;
    }
    case "paragraph":
      return <p {...blockOf(node)} />;
    case "quotation":
      return <blockquote {...blockOf(node)} />;
    case "figure":
      return <ArticleFigure node={node} />;
    case "bulletList":
      return (
        <ul>
          {node.content.map((bullet) => (
            <li
              key={bullet.attrs.blockId}
              data-depth={bullet.attrs.depth}
              data-ordinal={bullet.attrs.ordinal ?? undefined}
              data-sign={bullet.attrs.sign ?? undefined}
              {...blockOf(bullet)}
            />
          ))}
        </ul>
      );
    case "footnoteList":
      return (
        <ul className="article-footnotes">
          {node.content.map((footnote) => (
            <Footnote key={footnote.attrs.blockId} node={footnote} />
          ))}
        </ul>
      );
    case "table":
      return <ArticleTable node={node} />;
  }
}

function Footnote({ node }: { node: ArticleFootnoteNode }) {
  const { label } = node.attrs;
  return (
    <li
      data-label={label ?? undefined}
      id={label === null ? undefined : footnoteId(label)}
      {...blockOf(node)}
    />
  );
}

function keyOf(node: ArticleTopNode): string {
  if (node.type === "table") return node.content.map(rowKey).find(Boolean) ?? "table";
  if (node.type === "bulletList" || node.type === "footnoteList")
    return node.content[0]?.attrs.blockId ?? node.type;
  return node.attrs.blockId;
}

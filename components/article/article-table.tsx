import type { ArticleCellNode, ArticleRowNode, ArticleTableNode } from "#editor/article-document.ts";
import { blockOf } from "./article-inline.tsx";

/** A table as the editor's schema renders it. */
export function ArticleTable({ node }: { node: ArticleTableNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="article-table" tabIndex={0}>
      <table>
        <tbody>
          {node.content.map((row) => (
            <Row key={rowKey(row)} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: ArticleRowNode }) {
  return (
    <tr>
      {row.content.map((cell, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no identity but their place, and never move.
        cell.type === "gap" ? <td key={`gap${index}`} /> : <Cell key={cell.attrs.blockId} node={cell} />,
      )}
    </tr>
  );
}

function Cell({ node }: { node: ArticleCellNode }) {
  const { isHeader, columnSpan, rowSpan } = node.attrs;
  const Element = isHeader ? "th" : "td";
  return (
    <Element
      colSpan={columnSpan === 1 ? undefined : columnSpan}
      rowSpan={rowSpan === 1 ? undefined : rowSpan}
      {...blockOf(node)}
    />
  );
}

export const rowKey = (row: ArticleRowNode): string | undefined =>
  row.content.find((cell) => cell.type === "cell")?.attrs.blockId;

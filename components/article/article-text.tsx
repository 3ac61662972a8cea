import type { Block } from "#domain/block.ts";
import type {
  ArticleBlockNode,
  ArticleCellNode,
  ArticleFigureNode,
  ArticleFootnoteNode,
  ArticleMark,
  ArticleRowNode,
  ArticleTextNode,
  ArticleTopNode,
} from "#editor/article-document.ts";
import { textOfNode } from "#editor/article-document.ts";
import { footnoteAddress, footnoteId, LINK_ATTRIBUTES } from "#editor/article-link.ts";
import { drawnPicture } from "#editor/article-picture.ts";
import { documentFromBlocks } from "#editor/revision-document.ts";

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
      return <Figure node={node} />;
    case "bulletList":
      return (
        <ul>
          {node.content.map((bullet) => (
            <li
              key={bullet.attrs.blockId}
              data-depth={bullet.attrs.depth}
              data-ordinal={bullet.attrs.ordinal ?? undefined}
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

function Figure({ node }: { node: ArticleFigureNode }) {
  const drawn = drawnPicture(node.attrs, textOfNode(node));
  return (
    <figure>
      {drawn?.[0] === "img" && (
        // biome-ignore lint/performance/noImgElement: the editor draws the same element, which knows no loader.
        <img className={drawn[1].class} src={drawn[1].src} alt={drawn[1].alt} />
      )}
      {drawn?.[0] === "a" && (
        <a {...reactLink} className={drawn[1].class} href={drawn[1].href}>
          {drawn[2]}
        </a>
      )}
      <figcaption {...blockOf(node)} />
    </figure>
  );
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

/** What every element of a block has: its id and its text. */
const blockOf = ({ attrs, content }: ArticleBlockNode) => ({
  "data-block-id": attrs.blockId,
  children: inlines(content, []),
});

/** Neighbours under one mark stand in one element of it, as ProseMirror draws them; `outer` are those they stand in already. */
function inlines(nodes: readonly ArticleTextNode[], outer: readonly ArticleMark[]): React.ReactNode[] {
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
const reactLink = { ...linkRest, className: linkClass, draggable: false };

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

function keyOf(node: ArticleTopNode): string {
  if (node.type === "table") return node.content.map(rowKey).find(Boolean) ?? "table";
  if (node.type === "bulletList" || node.type === "footnoteList")
    return node.content[0]?.attrs.blockId ?? node.type;
  return node.attrs.blockId;
}

const rowKey = (row: ArticleRowNode): string | undefined =>
  row.content.find((cell) => cell.type === "cell")?.attrs.blockId;

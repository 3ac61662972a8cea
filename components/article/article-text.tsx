import type { Block } from "#domain/block.ts";

/**
 * The article as the server writes it: the very elements, attributes and order that the editor's schema renders, so
 * that nothing moves when the editor takes over. `editor/article-schema.ts` promises that DOM.
 */
export function ArticleText({ blocks }: { blocks: readonly Block[] }) {
  return runsOf(blocks).map(({ first, items }) =>
    first.kind === "bullet" ? (
      <ul key={first.id}>
        {items.map((bullet) => (
          <li key={bullet.id} data-block-id={bullet.id} data-depth={bullet.level ?? 1}>
            {bullet.text}
          </li>
        ))}
      </ul>
    ) : (
      <BlockElement key={first.id} block={first} />
    ),
  );
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function BlockElement({ block }: { block: Block }) {
  const heading = HEADINGS[(block.level ?? 2) - 1] ?? "h2";
  const Element = block.kind === "heading" ? heading : block.kind === "quotation" ? "blockquote" : "p";
  return <Element data-block-id={block.id}>{block.text}</Element>;
}

/** Neighbouring bullets share one list; every other block stands alone. */
function runsOf(blocks: readonly Block[]): { first: Block; items: Block[] }[] {
  const runs: { first: Block; items: Block[] }[] = [];
  for (const block of blocks) {
    const open = runs.at(-1);
    if (open && open.first.kind === "bullet" && block.kind === "bullet") open.items.push(block);
    else runs.push({ first: block, items: [block] });
  }
  return runs;
}

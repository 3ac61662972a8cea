import type { Rationale, RationaleBlock, RationaleInline } from "./rationale-node.ts";

/**
 * `rationale` with its citations pointing to other evidence: `idOf` answers the new id for an old one. A citation of what
 * it does not know is left out, because a citation of nothing says nothing.
 */
export function rationaleWithEvidence(
  rationale: Rationale,
  idOf: (evidenceId: string) => string | undefined,
): Rationale {
  const inlines = (content: readonly RationaleInline[]): RationaleInline[] =>
    content.flatMap((node): RationaleInline[] => {
      if (node.type !== "citation") return [node];
      const evidenceId = idOf(node.attrs.evidenceId);
      return evidenceId === undefined ? [] : [{ ...node, attrs: { evidenceId } }];
    });
  const blocks = (content: readonly RationaleBlock[]): RationaleBlock[] => content.map(block);
  const block = (node: RationaleBlock): RationaleBlock => {
    switch (node.type) {
      case "paragraph":
        return { ...node, content: inlines(node.content) };
      case "blockquote":
        return { ...node, content: blocks(node.content) };
      case "bulletList":
      case "orderedList":
        return {
          ...node,
          content: node.content.map((item) => ({ ...item, content: blocks(item.content) })),
        };
    }
  };
  return { type: "doc", content: blocks(rationale.content) };
}

import { assertNever, type Rationale, type RationaleNode } from "./rationale-node.ts";

/** The words of a rationale, one line per paragraph, without marks and citations: for search and for previews. */
export function rationaleText(rationale: Rationale): string {
  return rationale.content.flatMap(linesOf).join("\n");
}

/** The evidence a rationale cites, each once, in the order of its first mention. */
export function citedEvidence(rationale: Rationale): string[] {
  const cited = new Set<string>();
  const visit = (node: RationaleNode): void => {
    if (node.type === "citation") cited.add(node.attrs.evidenceId);
    if ("content" in node) node.content.forEach(visit);
  };
  rationale.content.forEach(visit);
  return [...cited];
}

/** Whether nothing at all was written: no words and no citation. */
export const isEmptyRationale = (rationale: Rationale): boolean =>
  rationaleText(rationale).trim() === "" && citedEvidence(rationale).length === 0;

function linesOf(node: RationaleNode): string[] {
  switch (node.type) {
    case "paragraph":
      return [node.content.map((part) => linesOf(part).join("")).join("")];
    case "bulletList":
    case "orderedList":
    case "listItem":
    case "blockquote":
      return node.content.flatMap((child: RationaleNode) => linesOf(child));
    case "text":
      return [node.text];
    case "hardBreak":
      return ["\n"];
    case "citation":
      return [];
    default:
      return assertNever(node);
  }
}

import type {
  Rationale,
  RationaleBlock,
  RationaleInline,
  RationaleListItem,
  RationaleMark,
  RationaleText,
} from "./rationale-node.ts";

/** The order in which the schema ranks marks, and so the one in which an editor writes them. */
const RANK: readonly RationaleMark["type"][] = ["link", "bold", "italic"];

/**
 * A rationale in the one form that a shared document gives back: marks in their order, and words that wear the same
 * marks in one piece. Two rationales that read and look the same are equal in it.
 */
export const canonicalRationale = (rationale: Rationale): Rationale => ({
  ...rationale,
  content: rationale.content.map(canonicalBlock),
});

function canonicalBlock(block: RationaleBlock): RationaleBlock {
  switch (block.type) {
    case "paragraph":
      return { ...block, content: joined(block.content) };
    case "blockquote":
      return { ...block, content: block.content.map(canonicalBlock) };
    default:
      return { ...block, content: block.content.map(canonicalItem) };
  }
}

const canonicalItem = (item: RationaleListItem): RationaleListItem => ({
  ...item,
  content: item.content.map(canonicalBlock),
});

function joined(parts: readonly RationaleInline[]): RationaleInline[] {
  const result: RationaleInline[] = [];
  for (const part of parts) {
    if (part.type !== "text") {
      result.push(part);
      continue;
    }
    const text: RationaleText = { ...part, marks: part.marks.toSorted(byRank) };
    const before = result.at(-1);
    if (before?.type === "text" && sameMarks(before.marks, text.marks)) {
      result[result.length - 1] = { ...before, text: before.text + text.text };
    } else result.push(text);
  }
  return result;
}

const byRank = (one: RationaleMark, other: RationaleMark): number =>
  RANK.indexOf(one.type) - RANK.indexOf(other.type);

const sameMarks = (one: readonly RationaleMark[], other: readonly RationaleMark[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

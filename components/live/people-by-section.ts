import { type Block, sectionsOf } from "#domain/block.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { PeopleState, Person } from "./people-store.ts";

/** The section of each block, by the id of the section's first block: the heading, or what stands before any. */
export function sectionOfBlocks(blocks: readonly Block[]): ReadonlyMap<string, string> {
  return new Map(
    sectionsOf(blocks).flatMap(({ heading, blocks: inside }) => {
      const own = heading ? [heading, ...inside] : inside;
      return own.map(({ id }): [string, string] => [id, own[0]?.id ?? id]);
    }),
  );
}

/** Who has a claim open in which section, each person once in a section. A claim that is not known stands nowhere. */
export function peopleBySection(
  sectionOf: ReadonlyMap<string, string>,
  byClaim: PeopleState["byClaim"],
  byId: ReadonlyMap<string, Pick<ClaimSummary, "anchor">>,
): ReadonlyMap<string, readonly Person[]> {
  const bySection = new Map<string, Person[]>();
  for (const [claimId, people] of byClaim) {
    const section = sectionOf.get(byId.get(claimId)?.anchor.blockId ?? "");
    if (section === undefined) continue;
    const known = bySection.get(section) ?? [];
    bySection.set(section, [...known, ...people.filter((person) => !known.includes(person))]);
  }
  return bySection;
}

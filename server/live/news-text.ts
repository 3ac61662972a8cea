import type { LiveEvent, LiveRights, News } from "#domain/live.ts";
import type { Role } from "#domain/member.ts";
import { articleAbilities, claimAbilities } from "#domain/rights/abilities.ts";

/** News before it is made ready for a reader: claims are kept as text, made once however many pages take them. */
export interface NewsParts extends Omit<News, "claims"> {
  claims: { number: number; text: string }[];
  events: LiveEvent[];
}

/** A claim as `NewsParts` keep it: JSON without its brackets, number and abilities. */
export function claimText(claim: object): string {
  return JSON.stringify(claim).slice(1, -1);
}

/** What a member of `role` may do. Rights over claims and articles depend on nothing else. */
export function liveRights(role: Role): LiveRights {
  const actor = { id: "", role };
  return { role, article: articleAbilities(actor), claim: claimAbilities(actor) };
}

/** `News` as JSON for readers of `role`. */
export function newsText({ claims, ...rest }: NewsParts, role: Role): string {
  const abilities = JSON.stringify(liveRights(role).claim);
  const texts = claims.map(({ number, text }) => `{"number":${number},"abilities":${abilities},${text}}`);
  return `{"claims":[${texts.join(",")}],${JSON.stringify(rest).slice(1)}`;
}

import { Listeners } from "#components/ui/listeners.ts";
import type { Present } from "#domain/presence.ts";

/** One person in the article besides oneself: a member with several pages open is one person. */
export interface Person {
  readonly member: { readonly id: string; readonly name: string };
  /** The claim open on the page they were active on last; null where none is. */
  readonly claimId: string | null;
  /** The field under their hands there. */
  readonly field: string | null;
  /** No hand on any of their pages for a while. */
  readonly idle: boolean;
}

export interface PeopleState {
  /** By name. A person who did not move keeps their object. */
  readonly people: readonly Person[];
  /** Who has which claim open, on any of their pages. A list that did not change keeps its object. */
  readonly byClaim: ReadonlyMap<string, readonly Person[]>;
}

const NOBODY: PeopleState = { people: [], byClaim: new Map() };

/** Who else is in the article, outside React, so that a person's move renders the marks it concerns and no others. */
export class PeopleStore {
  readonly #ownId: string;
  readonly #listeners = new Listeners();
  #state: PeopleState = NOBODY;

  constructor(ownMemberId: string) {
    this.#ownId = ownMemberId;
  }

  get = (): PeopleState => this.#state;

  readonly subscribe = this.#listeners.subscribe;

  /** Takes over who is here, by page. */
  meet(pages: readonly Present[]): void {
    const others = pages.filter(({ member }) => member.id !== this.#ownId);
    const next = stateOf(others, this.#state);
    if (next === this.#state) return;
    this.#state = next;
    this.#listeners.tell();
  }
}

function stateOf(pages: readonly Present[], before: PeopleState): PeopleState {
  const byMember = new Map<string, Present[]>();
  for (const page of pages) byMember.set(page.member.id, [...(byMember.get(page.member.id) ?? []), page]);
  const known = new Map(before.people.map((person) => [person.member.id, person]));
  const people = [...byMember.values()]
    .flatMap((own) => {
      const person = personOf(own);
      const held = known.get(person?.member.id ?? "");
      if (!person) return [];
      return [held && isSamePerson(held, person) ? held : person];
    })
    .sort(byName);
  const byClaim = claimsOf(people, byMember, before.byClaim);
  const isSame = isSameList(people, before.people) && byClaim === before.byClaim;
  return isSame ? before : { people, byClaim };
}

/** The page on which the person is: one in use before an idle one, one with a claim before one without. */
function personOf(pages: readonly Present[]): Person | null {
  const [page] = [...pages].sort(
    (a, b) => Number(a.idle) - Number(b.idle) || Number(a.claimId === null) - Number(b.claimId === null),
  );
  if (!page) return null;
  const { member, claimId, field, idle } = page;
  return { member, claimId, field, idle };
}

function claimsOf(
  people: readonly Person[],
  byMember: ReadonlyMap<string, readonly Present[]>,
  before: PeopleState["byClaim"],
): PeopleState["byClaim"] {
  const byClaim = new Map<string, Person[]>();
  for (const person of people) {
    const open = byMember.get(person.member.id)?.flatMap(({ claimId }) => (claimId ? [claimId] : [])) ?? [];
    for (const claimId of new Set(open)) byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), person]);
  }
  let isSame = byClaim.size === before.size;
  for (const [claimId, here] of byClaim) {
    const held = before.get(claimId);
    if (held && isSameList(here, held)) byClaim.set(claimId, held as Person[]);
    else isSame = false;
  }
  return isSame ? before : byClaim;
}

const byName = (a: Person, b: Person) =>
  a.member.name < b.member.name ? -1 : a.member.name > b.member.name ? 1 : a.member.id < b.member.id ? -1 : 1;

const isSamePerson = (a: Person, b: Person) =>
  a.member.name === b.member.name && a.claimId === b.claimId && a.field === b.field && a.idle === b.idle;

const isSameList = (a: readonly Person[], b: readonly Person[]) =>
  a.length === b.length && a.every((person, index) => person === b[index]);

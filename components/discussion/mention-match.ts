import type { MemberSummary } from "#domain/member.ts";

/** What is being typed after an at sign. `from`: where the sign stands, in UTF-16 units of the text before the caret. */
export interface MentionQuery {
  from: number;
  query: string;
}

/** A name has at most one space in what is typed of it; longer is a sentence. In UTF-16 units. */
const TRIGGER = /(?<![A-Za-z0-9._%+-])[@＠]((?:[^\s@＠]{1,30}[ \u3000])?[^\s@＠]{0,30})$/u;
/** As many as can be looked through at a glance. */
const OFFERED = 8;

/**
 * The mention being typed at the end of `text`, or null. The full-width sign counts, and so does one right after a word,
 * because Japanese has no spaces there; an e-mail address does not.
 */
export function mentionQueryIn(text: string): MentionQuery | null {
  const match = TRIGGER.exec(text);
  return match ? { from: match.index, query: match[1] ?? "" } : null;
}

/** The people `query` may mean, those first whose name begins with it. Case, width and spaces make no difference. */
export function peopleNamed(people: readonly MemberSummary[], query: string): MemberSummary[] {
  const wanted = plain(query);
  const found = people.filter(({ name }) => plain(name).includes(wanted));
  const begins = ({ name }: MemberSummary) => (plain(name).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, OFFERED);
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

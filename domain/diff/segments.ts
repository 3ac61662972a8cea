/** A run of text that stands in both, or in one of two texts. Never empty. */
export interface DiffSegment {
  kind: "same" | "deleted" | "inserted";
  text: string;
}

/** Neighbours of one kind become one; between two same runs what was deleted comes before what was inserted. */
export function joinAlike(segments: readonly DiffSegment[]): DiffSegment[] {
  const joined: DiffSegment[] = [];
  let deleted = "";
  let inserted = "";
  const flush = () => {
    if (deleted) joined.push({ kind: "deleted", text: deleted });
    if (inserted) joined.push({ kind: "inserted", text: inserted });
    deleted = "";
    inserted = "";
  };
  for (const { kind, text } of segments) {
    if (!text) continue;
    if (kind === "deleted") deleted += text;
    else if (kind === "inserted") inserted += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === "same") joined[joined.length - 1] = { kind, text: last.text + text };
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** Same runs up to this long between two changes can be given up for one change that reads better. UTF-16 units. */
const MAX_CRUMB = 6;
/** Digits and names are never given up: whoever checks facts must see that they stayed. */
const TELLING = /[\p{Nd}\p{Script=Han}\p{Script=Katakana}]/u;

/** What stayed, and what changed behind it. */
interface Step {
  same: string;
  deleted: string;
  inserted: string;
}

/**
 * The same diff with fewer changes: a short same run between two changes that are both at least as long is taken into them,
 * unless it says something by itself. Linear.
 */
export function tidied(segments: readonly DiffSegment[]): DiffSegment[] {
  const steps: Step[] = [{ same: "", deleted: "", inserted: "" }];
  for (const step of stepsOf(segments)) {
    steps.push(step);
    for (;;) {
      const [left, last] = steps.slice(-2);
      if (!left || !last || !isCrumb(last.same, lengthOf(left), lengthOf(last))) break;
      steps.splice(-2, 2, {
        same: left.same,
        deleted: left.deleted + last.same + last.deleted,
        inserted: left.inserted + last.same + last.inserted,
      });
    }
  }
  return joinAlike(
    steps.flatMap(({ same, deleted, inserted }): DiffSegment[] => [
      { kind: "same", text: same },
      { kind: "deleted", text: deleted },
      { kind: "inserted", text: inserted },
    ]),
  );
}

function stepsOf(segments: readonly DiffSegment[]): Step[] {
  const steps: Step[] = [];
  let open: Step = { same: "", deleted: "", inserted: "" };
  for (const { kind, text } of joinAlike(segments)) {
    if (kind === "same") {
      steps.push(open);
      open = { same: text, deleted: "", inserted: "" };
    } else open[kind] += text;
  }
  return [...steps, open];
}

function isCrumb(text: string, left: number, right: number): boolean {
  if (text.includes("\n")) return false;
  const length = text.trim().length;
  return length <= Math.min(left, right, TELLING.test(text) ? 1 : MAX_CRUMB) && left > 0 && right > 0;
}

const lengthOf = ({ deleted, inserted }: Step): number => Math.max(deleted.length, inserted.length);

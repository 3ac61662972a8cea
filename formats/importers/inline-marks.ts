import type { BlockMark } from "#domain/block.ts";
import type { InlinePiece } from "./inline.ts";
import type { Letter } from "./inline-lines.ts";

const LONGEST = { link: 2048, ruby: 200, note: 20 } as const;

/** How a piece is marked: each type with what it says, and what tells one mark of a type from the next. */
const TYPES: readonly {
  /** The mark, without its range; null where the piece has none of the type. */
  mark: (piece: InlinePiece) => Unplaced | null;
  /** Whether pieces that say the same are under one mark: Word writes one link as many runs, but every ruby is its own. */
  joins: boolean;
}[] = [
  { joins: true, mark: ({ link }) => (fits(link, LONGEST.link) ? { type: "link", href: link } : null) },
  { joins: false, mark: ({ ruby }) => (fits(ruby, LONGEST.ruby) ? { type: "ruby", reading: ruby } : null) },
  { joins: false, mark: ({ note }) => (fits(note, LONGEST.note) ? { type: "note", label: note } : null) },
  { joins: true, mark: ({ script }) => (script ? { type: script } : null) },
  { joins: true, mark: ({ inserted }) => (inserted ? { type: "inserted" } : null) },
];

type Distributed<Mark> = Mark extends BlockMark ? Omit<Mark, "start" | "end"> : never;
type Unplaced = Distributed<BlockMark>;

const fits = (value: string | undefined, longest: number): value is string =>
  value !== undefined && value !== "" && value.length <= longest;

/** The marks over a block's letters, in no order. Spaces that joining put between two letters of one mark are under it. */
export function marksOver(letters: readonly Letter[]): BlockMark[] {
  const marks: BlockMark[] = [];
  for (const { mark: markOf, joins } of TYPES) {
    let open: { mark: BlockMark; of: InlinePiece; says: string } | null = null;
    /** What the last letter's piece says, which hundreds of letters have in common. */
    let said: { of: InlinePiece | null; found: Unplaced | null; says: string } = {
      of: null,
      found: null,
      says: "",
    };
    let waiting = 0;
    for (const [at, { of }] of letters.entries()) {
      if (of === null) {
        waiting += 1;
        continue;
      }
      if (said.of !== of) {
        const found = markOf(of);
        said = { of, found, says: found ? JSON.stringify(found) : "" };
      }
      const { found, says } = said;
      const goesOn: boolean =
        open !== null && (open.of === of || (joins && open.says === says)) && found !== null;
      if (goesOn && open && open.mark.end === at - waiting) open.mark.end = at + 1;
      else if (found) {
        open = { mark: { ...found, start: at, end: at + 1 } as BlockMark, of, says };
        marks.push(open.mark);
      } else open = null;
      waiting = 0;
    }
  }
  return marks;
}

/** So many characters of either side tell one edge of a text from all others. */
const TOLD_BY = 6;

const tight = (text: string): string => text.replace(/\s+/gu, "");
const tail = (line: string): string => [...tight(line)].slice(-TOLD_BY).join("");
const head = (line: string): string => [...tight(line)].slice(0, TOLD_BY).join("");
/** A bullet's mark or number may be told beside its text. */
const withoutMark = (line: string): string =>
  tight(line).replace(
    /^(?:[\p{S}\p{Po}\p{Pd}]|[(（【]?[0-9０-９一二三四五六七八九十ア-ン]{1,2}[)）】.．、])+/u,
    "",
  );

/** A letter or two by themselves are no line whose end could be told again. */
const SHORTEST = 3;

/** Where two lines of a source meet: what stands before and after, and whether they belong to one line of the text. */
export interface Edge {
  before: string;
  after: string;
  isWrap: boolean;
}

/**
 * The edges between lines that follow each other without a blank one between them.
 *
 * @param expected the right lines of the text: one a block, or between two breaks of one
 */
export function edgesOf(source: string, expected: readonly string[]): Edge[] {
  const lines = source.split(/\r?\n/);
  const right = expected.map(tight);
  return lines.slice(1).flatMap((after, index): Edge[] => {
    const before = lines[index] ?? "";
    if (![before, after].every((line) => /[\p{L}\p{N}]/u.test(line) && tight(line).length >= SHORTEST))
      return [];
    return [{ before, after, isWrap: isIn(right, before, head(after)) }];
  });
}

/** A word that was broken at the line's end may be whole again. */
const isIn = (lines: readonly string[], before: string, next: string): boolean =>
  [tail(before), tail(before).replace(/[-\u2010\u00ad]$/u, "")].some((end) =>
    lines.some((line) => line.includes(end + next)),
  );

/** Whether the texts of blocks have both sides in one line, with nothing but white space between them. */
export function isJoined({ before, after }: Edge, texts: readonly string[]): boolean {
  const lines = texts.flatMap((text) => text.split("\n")).map(tight);
  return [head(after), head(withoutMark(after))].some((next) => isIn(lines, before, next));
}

const MOST_PRINTED = 12;

/** Edges that must stay, and wraps, counted. */
export class EdgeTally {
  stay = 0;
  glued = 0;
  wraps = 0;
  joined = 0;
  readonly #mistakes: string[] = [];

  count(edges: readonly Edge[], texts: readonly string[]): void {
    for (const edge of edges) {
      const isOne = isJoined(edge, texts);
      if (edge.isWrap) this.wraps += 1;
      else this.stay += 1;
      if (edge.isWrap && isOne) this.joined += 1;
      if (!edge.isWrap && isOne) this.glued += 1;
      if (edge.isWrap !== isOne)
        this.#mistakes.push(
          `${isOne ? "glued" : "cut"}: ${edge.before.slice(-12)} | ${edge.after.slice(0, 12)}`,
        );
    }
  }

  /** The first mistakes, for reading. */
  print(): void {
    for (const mistake of this.#mistakes.slice(0, MOST_PRINTED)) console.log(`  ${mistake}`);
    if (this.#mistakes.length > MOST_PRINTED)
      console.log(`  … and ${this.#mistakes.length - MOST_PRINTED} more`);
  }
}

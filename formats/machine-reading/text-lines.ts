import { between } from "../importers/join-lines.ts";
import { median } from "../importers/median.ts";
import type { ReadLine, ReadPage, ReadRegion } from "./page.ts";
import { type PlacedSymbol, withoutTwins } from "./twins.ts";

/** A line of a page as text. Lengths in pixels: `from` and `to` along the line, `at` from line to line, ascending. */
export interface TextLine {
  page: number;
  text: string;
  /** For each code point of `text`, the symbol it is of; null for white space that was set between two. */
  symbols: (PlacedSymbol | null)[];
  from: number;
  to: number;
  at: number;
  /** How tall its letters are. */
  size: number;
  /** How far down its page it begins, from 0 to 1. */
  top: number;
  /** Where the lines of its region begin and end. */
  column: { from: number; to: number; index: number };
}

/** In letters: paper that is wider sets apart what stands on its sides. Boxes don't count, they are rough. */
const WIDE_GAP = 1.2;
const FULL_WIDTH_SPACE = "\u3000";

/** The lines of pages in reading order, without those that hold nothing. */
export function textLines(pages: readonly ReadPage[], direction: "across" | "down"): TextLine[] {
  let column = 0;
  return pages.flatMap((page, index) =>
    page.regions.flatMap((region) => {
      column += 1;
      return linesOf(region, page, index + 1, column, direction);
    }),
  );
}

function linesOf(
  region: ReadRegion,
  page: ReadPage,
  number: number,
  column: number,
  direction: "across" | "down",
): TextLine[] {
  const { width, height } = page;
  const isDown = direction === "down";
  const along = ({
    box: { x, y, ...size },
  }: ReadRegion | ReadLine | PlacedSymbol | ReadLine["symbols"][number]) =>
    isDown
      ? { from: y * height, to: (y + size.height) * height }
      : { from: x * width, to: (x + size.width) * width };
  const thickness = ({ box }: ReadLine) => (isDown ? box.width * width : box.height * height);
  const size = median(region.lines.map(thickness));
  const edges = region.lines.map(along);
  return region.lines.flatMap((line): TextLine[] => {
    const own = thickness(line);
    // A line of dots and short letters is thin, and no smaller than the others.
    const letters = own > size * 0.6 && own < size * 1.15 ? size : Math.max(own, size * 0.6);
    const placed = line.symbols.map(
      (symbol): PlacedSymbol => ({ ...symbol, ...along(symbol), isDoubtful: false }),
    );
    const { text, symbols } = spaced(
      withoutTwins(placed, letters),
      (letters * WIDE_GAP) / (isDown ? height : width),
    );
    if (text === "") return [];
    return [
      {
        page: number,
        text,
        symbols,
        ...along(line),
        at: isDown ? (1 - line.box.x - line.box.width) * width : line.box.y * height,
        size: letters,
        top: line.box.y,
        column: {
          from: Math.min(...edges.map(({ from }) => from)),
          to: Math.max(...edges.map(({ to }) => to)),
          index: column,
        },
      },
    ];
  });
}

/**
 * The symbols of a line with the white space that is shown between them: the machine parts Japanese as well, which shows
 * none, and says nothing of how wide a gap is.
 */
function spaced(
  symbols: readonly PlacedSymbol[],
  wide: number,
): { text: string; symbols: (PlacedSymbol | null)[] } {
  let text = "";
  const owners: (PlacedSymbol | null)[] = [];
  for (const [index, symbol] of symbols.entries()) {
    const before = symbols[index - 1];
    const written = symbol.text.replace(/\s+/gu, "");
    if (written === "") continue;
    const space = before && text !== "" ? spaceBetween(text, symbol, wide) : "";
    text += space + written;
    if (space !== "") owners.push(null);
    for (const _ of written) owners.push(symbol);
  }
  return { text, symbols: owners };
}

function spaceBetween(text: string, symbol: PlacedSymbol, wide: number): string {
  const isWide = symbol.gap > wide;
  if (!symbol.isApart && !isWide) return "";
  const space = between(text, symbol.text);
  // Two figures that stand apart must not become one (decision 021), and a label stays off what it names.
  return space === "" && isWide ? FULL_WIDTH_SPACE : symbol.isApart ? space : "";
}

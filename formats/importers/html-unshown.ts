import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { isSourcesHeading } from "./furniture-words.ts";
import type { Furniture } from "./left-out.ts";
import { endsClosed } from "./line-ends.ts";
import { wordsAlone } from "./same-words.ts";

/** Letters. A reader view that shows fewer has not understood the page. */
const LEAST_SHOWN = 400;
/** Letters. A shorter text may stand within any other. */
const SHORT = 16;
/** Letters that are searched for what stands within another text. Beyond them all is taken to be shown. */
const MOST_SEARCHED = 200_000_000;
/** Fewer lines that lead elsewhere may be what an article refers to. */
const LEAST_WAYS = 3;
/** A line leads elsewhere where so much of it is a link. */
const LEAST_LINKED = 0.8;
/** So many blocks right behind such a line may tell of what it leads to: a picture, when, by whom, a sentence or two. */
const TEASER = 4;
/** UTF-16 units. A longer one is no teaser. */
const LONGEST_TEASER = 400;
/** UTF-16 units. A longer line labels nothing. */
const LONGEST_LABEL = 60;
/** What a page gives along with its article, not instead of it. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)(?:$|[?#])/iu;

/**
 * The lists of other articles around an article, with what is told of each. There are two witnesses: they lead elsewhere,
 * and a reader view shows nothing of them. Neither alone is enough, since a reader view also leaves out lists that an article
 * needs. Sources and files are never among them, and what tells more than a teaser stays.
 *
 * @param shown what the reader view shows of the same page
 */
export function unshownLists(own: readonly ParsedBlock[], shown: readonly ParsedBlock[]): Furniture {
  const found: Furniture = new Map();
  const isShown = shownBy(shown);
  if (isShown === null) return found;
  const title = own.findIndex(isTitle);
  const last = own.findLastIndex((block) => !isTitle(block) && isShown(block));
  if (last === -1) return found;
  const first = title === -1 ? own.findIndex(isShown) : Math.min(title, last);
  for (const block of listIn(own.slice(0, first))) found.set(block, "navigation");
  for (const block of listIn(own.slice(last + 1))) found.set(block, "related");
  return found;
}

const isTitle = ({ kind, level }: ParsedBlock): boolean =>
  kind === "heading" && level === HEADING_LEVELS.title;

/** Whether the reader view shows a block's words; null where it shows next to nothing. */
function shownBy(shown: readonly ParsedBlock[]): ((block: ParsedBlock) => boolean) | null {
  const texts = shown.map(({ text }) => wordsAlone(text));
  const whole = new Set(texts);
  const all = texts.join("\n");
  if (all.length < LEAST_SHOWN) return null;
  let searched = 0;
  return ({ text }) => {
    const words = wordsAlone(text);
    if (whole.has(words)) return true;
    if (words.length < SHORT) return false;
    searched += all.length;
    return searched > MOST_SEARCHED || all.includes(words);
  };
}

/** Of blocks that the reader view does not show, those that are a list of other articles; none where they are too few. */
function listIn(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const ways = blocks.map(leadsElsewhere);
  if (ways.filter((is) => is).length < LEAST_WAYS) return [];
  let from = ways.indexOf(true);
  while (from > 0 && isLabel(blocks[from - 1])) from -= 1;
  const list: ParsedBlock[] = [];
  let isSources = false;
  let behind = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "heading" && ways[at] !== true) isSources = isSourcesHeading(block.text);
    behind = ways[at] === true ? TEASER : behind - 1;
    const isTeaser = behind > 0 && block.text.length <= LONGEST_TEASER;
    const isPart = ways[at] === true || isTeaser || block.kind === "figure" || isLabel(block);
    if (at >= from && isPart && !isSources && block.kind !== "cell" && block.kind !== "footnote")
      list.push(block);
  }
  return list;
}

function leadsElsewhere({ text, details }: ParsedBlock): boolean {
  let linked = 0;
  for (const mark of details?.marks ?? []) {
    if (mark.type !== "link") continue;
    if (FILE.test(mark.href)) return false;
    linked += mark.end - mark.start;
  }
  return linked >= codePointLength(text) * LEAST_LINKED;
}

function isLabel(block: ParsedBlock | undefined): boolean {
  return block !== undefined && block.text.length <= LONGEST_LABEL && !endsClosed(block.text);
}

import type { LeftOut } from "#domain/article-import.ts";
import { asksToSignUp, isRightsLine } from "./furniture-lines.ts";
import {
  AUTHOR_BOX,
  CONTROLS,
  COOKIES,
  FURNITURE_NAMES,
  furnitureHeading,
  REMARKS,
  SIGN_UP,
  tellsOfCookies,
} from "./furniture-words.ts";
import { headingLevelOf, isBlockElement } from "./html-elements.ts";
import { linesIn } from "./html-lines.ts";
import { type Measures, measuresOf } from "./html-measures.ts";
import { namesIn } from "./html-names.ts";
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  LINK,
} from "./html-tree.ts";
import { sameWords } from "./same-words.ts";

type Kind = Exclude<LeftOut["why"], "repeated">;

/** What holds more than this share of a page's sentences is what the page is about, whatever its name. */
const MOST_PROSE = 1 / 4;
/** Remarks behind an article may be longer than it; before it they are the article. */
const LEAST_BEFORE = 200;
const LONGEST_LABEL = 40;
/** What tells of another article beside its title. */
const LONGEST_TEASER = 400;

/**
 * The elements of a page that are its furniture and no part of its article, by what they are named, by the heading over
 * them and by how much of them leads elsewhere. Whatever holds sentences of its own is left alone, unless it is named what
 * readers wrote or who the author is, and stands behind the text: no word of an article may be missing.
 */
export function furnitureOf(root: HtmlParent, siteNames: readonly string[] = []): Map<HtmlElement, Kind> {
  const { measures, prose: all } = measuresOf(root);
  const found = new Map<HtmlElement, Kind>();
  for (const [element, measure] of measures) {
    if (found.has(element) || isWithinText(element, measures)) continue;
    if (measure.text === 0 || WHOLE.has(element.tagName) || measure.prose > all * MOST_PROSE + LEAST_BEFORE) {
      // A discussion may be longer than what it is about.
      if (isRemarks(element, measure, all)) found.set(element, "related");
      continue;
    }
    const why =
      kindByName(element, measure, all) ??
      (isLogo(element, siteNames) ? "navigation" : null) ??
      (isNestedCard(element, measure, measures) ? "related" : null);
    if (why !== null) found.set(element, why);
    else if (isLabel(element, measure, measures)) addRun(found, measures, element);
  }
  return found;
}

/** Whether it is a word of a sentence: what a paragraph says is never cut in two. */
function isWithinText(element: HtmlElement, measures: ReadonlyMap<HtmlElement, Measures>): boolean {
  const { parentNode } = element;
  if (isBlockElement(element) || !parentNode || !isElement(parentNode)) return false;
  return (measures.get(parentNode)?.prose ?? 0) > 0;
}

const WHOLE = new Set(["html", "body", "main"]);

function kindByName(element: HtmlElement, measure: Measures, all: number): Kind | null {
  const names = namesIn(element);
  if (names === "" || measure.hasTitle || measure.hasTable) return null;
  if (isRemarks(element, measure, all)) return "related";
  const isBehind = measure.before >= all * 0.6 && all > 0;
  if (AUTHOR_BOX.test(names) && isBehind && measure.text <= 1500) return "related";
  const isLast = measure.before >= all * 0.85 && all > 0;
  if (SIGN_UP.test(names) && measure.text <= 600) {
    const asks = measure.text <= 300 && asksToSignUp((linesIn(element, 400) ?? []).join(" "));
    if (measure.prose === 0 || isLast || asks) return "advertisement";
  }
  if (COOKIES.test(names) && measure.text <= 1500 && tellsOfCookies((linesIn(element, 1500) ?? []).join(" ")))
    return "navigation";
  if (CONTROLS.test(names) && measure.prose === 0 && measure.text <= 300) return "navigation";
  const why = FURNITURE_NAMES.find(({ pattern }) => pattern.test(names))?.why ?? null;
  if (why === null || headingLevelOf(element) !== null) return null;
  // A picture's credit is named so too.
  if (why === "rights" && !isRightsLine((linesIn(element, 300) ?? []).join(" "))) return null;
  return holdsNoText(why, measure) ? why : null;
}

function isRemarks(element: HtmlElement, { before, text, prose }: Measures, all: number): boolean {
  if (WHOLE.has(element.tagName) || element.tagName === "article" || text === 0) return false;
  if (!REMARKS.test(namesIn(element))) return false;
  return before >= LEAST_BEFORE / 2 && before >= prose / 20 && all > 0;
}

/** Whether what is named furniture is nothing but that. */
function holdsNoText(why: Kind, measure: Measures): boolean {
  const { text, linked, links, prose } = measure;
  const leads = linked / text;
  switch (why) {
    case "share":
      return text <= 300 && prose === 0;
    case "related":
    case "ranking":
      if (links === 0) return false;
      return leads >= 0.5 || (prose === 0 && links > 1 && (text - linked) / links <= 80) || areCards(measure);
    case "navigation":
      return links > 0 && prose === 0 && (leads >= 0.4 || text <= 60);
    case "advertisement":
      return prose === 0 && (links === 0 ? text <= LONGEST_LABEL : leads >= 0.5);
    case "rights":
      return text <= 250;
  }
}

/** The site's name as a heading or a line of its own, which leads to its front page. */
function isLogo(element: HtmlElement, siteNames: readonly string[]): boolean {
  if (headingLevelOf(element) === null || siteNames.length === 0) return false;
  const links = element.childNodes
    .filter((child) => isElement(child))
    .filter(({ tagName }) => tagName === LINK);
  const text = (linesIn(element, 80) ?? []).join("");
  return (
    links.some((link) => /^(?:https?:\/\/[^/]+)?\/?$/.test(attributeOf(link, "href") ?? "-")) &&
    siteNames.some((name) => sameWords(name, text))
  );
}

/** Whether an element holds nothing but headings that lead elsewhere, each with a teaser. */
function areCards({ text, linked, cards }: Measures): boolean {
  return cards > 0 && (text - linked) / cards <= LONGEST_TEASER;
}

/** An `<article>` in another one that only leads to it: the others are remarks or the entries of a live report. */
function isNestedCard(
  element: HtmlElement,
  measure: Measures,
  measures: ReadonlyMap<HtmlElement, Measures>,
): boolean {
  if (element.tagName !== "article" || !leadsElsewhere(measure)) return false;
  for (let { parentNode } = element; parentNode && isElement(parentNode); { parentNode } = parentNode)
    if (parentNode.tagName === "article") return (measures.get(parentNode)?.prose ?? 0) > measure.prose;
  return false;
}

/** A part of a heading is none: what stands beside it would be taken for what it announces. */
function isLabel(
  element: HtmlElement,
  { text }: Measures,
  measures: ReadonlyMap<HtmlElement, Measures>,
): boolean {
  if (text > LONGEST_LABEL) return false;
  if (headingLevelOf(element) !== null) return true;
  const { parentNode } = element;
  if (parentNode && isElement(parentNode) && headingLevelOf(parentNode) !== null)
    return measures.get(parentNode)?.text === text;
  return LABELS.has(element.tagName);
}

const LABELS = new Set("p div dt span summary".split(" "));

/** A heading that announces furniture, and what stands under it as long as that only leads elsewhere. */
function addRun(
  found: Map<HtmlElement, Kind>,
  measures: ReadonlyMap<HtmlElement, Measures>,
  label: HtmlElement,
): void {
  const text = (linesIn(label, 2 * LONGEST_LABEL) ?? []).join(" ");
  const why = text === "" ? null : furnitureHeading(text, headingLevelOf(label) !== null);
  if (why === null) return;
  const outer = outermostOf(label, measures);
  const { parentNode } = outer;
  if (!parentNode || found.has(outer)) return;
  const run: HtmlElement[] = [];
  const siblings = parentNode.childNodes;
  for (let at = placeOf(outer, siblings) + 1; at < siblings.length; at += 1) {
    const next = siblings[at];
    if (!next || !isElement(next)) {
      if (next && "value" in next && next.value.trim() !== "") break;
      continue;
    }
    const measure = measures.get(next);
    if (!measure || measure.text === 0) continue;
    if (measure.cards === 0 && headingLevelOf(next) !== null) break;
    if (!leadsElsewhere(measure) && !areCards(measure)) break;
    run.push(next);
  }
  if (run.length === 0) return;
  for (const element of [outer, ...run]) found.set(element, why);
}

const places = new WeakMap<readonly HtmlNode[], Map<HtmlNode, number>>();

/** Counted once for all children of an element: looking for each of many costs their square. */
function placeOf(child: HtmlNode, siblings: readonly HtmlNode[]): number {
  const known = places.get(siblings) ?? new Map(siblings.map((node, at) => [node, at]));
  places.set(siblings, known);
  return known.get(child) ?? siblings.length;
}

/** The element that shows nothing but this one. */
function outermostOf(element: HtmlElement, measures: ReadonlyMap<HtmlElement, Measures>): HtmlElement {
  let outer = element;
  const text = measures.get(element)?.text;
  for (let { parentNode } = outer; parentNode && isElement(parentNode); { parentNode } = outer) {
    if (WHOLE.has(parentNode.tagName) || measures.get(parentNode)?.text !== text) break;
    outer = parentNode;
  }
  return outer;
}

function leadsElsewhere({ text, linked, links, prose, hasTable, hasTitle }: Measures): boolean {
  if (links === 0 || hasTable || hasTitle) return false;
  return linked / text >= 0.6 || (prose === 0 && (text - linked) / links <= 60);
}

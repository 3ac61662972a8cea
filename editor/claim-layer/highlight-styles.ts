import { RATING_COLOURS, type RatingColour } from "#domain/scale.ts";
import { LANES } from "./lanes.ts";
import type { ClaimLook } from "./painted-claim.ts";

/** What else is painted over the text: the claim in focus, a range being chosen, the claim under the pointer. */
export const WASHES = ["claim-focus", "claim-pending", "claim-hover"] as const;
export type Wash = (typeof WASHES)[number];

/**
 * The name of a claim's highlight in `CSS.highlights`, and of its class where the browser has none: `claim-open`,
 * `claim-work`, `claim-settled-false`, and for a claim nested in another `claim-open-nested`, `claim-open-nested2`.
 */
export const highlightName = (look: ClaimLook, lane: number): string =>
  `claim-${look}${lane === 0 ? "" : lane === 1 ? "-nested" : `-nested${lane}`}`;

type HighlightLook = [look: ClaimLook, style: string, colour: string, thickness: string];

/** What the styles need to know of the page's colours: any CSS colour, also `var(…)`. */
export interface HighlightPalette {
  open: string;
  work: string;
  /** Words that are no claim and that people talk about. */
  discussed: string;
  /** Behind the claim in focus. */
  focus: string;
  /** Behind a range that is being chosen. */
  pending: string;
  /** Behind the claim under the pointer. */
  hover: string;
  settled: Record<RatingColour, string>;
}

/**
 * The style sheet of everything the layer paints, for one `<style>` on the page. An underline per look and lane:
 * dotted while open, solid in work, thick when settled, thin and dashed where words are only talked about, so that colour is never all that tells them apart. Underlines
 * of nested claims lie lower; the article's line height must leave room for them (1.8 and more does). Firefox does not
 * draw lines in highlights yet and gets a tint of the same colour instead.
 */
export function claimHighlightCss(palette: HighlightPalette): string {
  const looks: HighlightLook[] = [
    ["open", "dotted", palette.open, "1.5px"],
    ["work", "solid", palette.work, "1.5px"],
    ["discussed", "dashed", palette.discussed, "1px"],
    ...RATING_COLOURS.map((key): HighlightLook => [`settled-${key}`, "solid", palette.settled[key], "2.5px"]),
  ];
  const rules = looks.flatMap(([look, style, colour, thickness]) =>
    Array.from({ length: LANES }, (_, lane) => {
      const name = highlightName(look, lane);
      const offset = `${(0.28 + lane * 0.24).toFixed(2)}em`;
      const tint = `color-mix(in srgb, ${colour} 14%, transparent)`;
      return [
        `::highlight(${name}){text-decoration:underline ${style} ${colour} ${thickness};text-underline-offset:${offset}}`,
        `@supports (-moz-appearance:none){::highlight(${name}){background-color:${tint}}}`,
        `.claim-mark.${name}{border-block-end:${thickness} ${style} ${colour};translate:0 ${offset}}`,
      ].join("\n");
    }),
  );
  const washes = (["focus", "pending", "hover"] as const).flatMap((wash) => [
    `::highlight(claim-${wash}){background-color:${palette[wash]}}`,
    `.claim-mark.claim-${wash}{background-color:${palette[wash]}}`,
  ]);
  return [...rules, ...washes, ".claim-mark{position:absolute;pointer-events:none}"].join("\n");
}

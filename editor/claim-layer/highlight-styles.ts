import type { RatingColour } from "#domain/scale.ts";
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

/** What the styles need to know of the page's colours: any CSS colour, also `var(…)`. */
export interface HighlightPalette {
  open: string;
  work: string;
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
 * dotted while open, solid in work, thick when settled, so that colour is never all that tells them apart. Underlines
 * of nested claims lie lower; the article's line height must leave room for them (1.8 and more does).
 */
export function claimHighlightCss(palette: HighlightPalette): string {
  const looks: [ClaimLook, string, string][] = [
    ["open", `dotted ${palette.open}`, "1.5px"],
    ["work", `solid ${palette.work}`, "1.5px"],
    ...Object.entries(palette.settled).map(([colour, value]): [ClaimLook, string, string] => [
      `settled-${colour as RatingColour}`,
      `solid ${value}`,
      "2.5px",
    ]),
  ];
  const rules = looks.flatMap(([look, line, thickness]) =>
    Array.from({ length: LANES }, (_, lane) => {
      const name = highlightName(look, lane);
      const offset = `${0.28 + lane * 0.22}em`;
      return [
        `::highlight(${name}){text-decoration:underline ${line} ${thickness};text-underline-offset:${offset}}`,
        `.claim-mark.${name}{border-block-end:${line.replace(" ", ` ${thickness} `)};translate:0 ${offset}}`,
      ].join("\n");
    }),
  );
  const washes = (["focus", "pending", "hover"] as const).flatMap((wash) => [
    `::highlight(claim-${wash}){background-color:${palette[wash]}}`,
    `.claim-mark.claim-${wash}{background-color:${palette[wash]}}`,
  ]);
  return [...rules, ...washes, ".claim-mark{position:absolute;pointer-events:none}"].join("\n");
}

import type { RatingColour } from "#domain/scale.ts";

/** The outlines of stamps: each rating has its own, so that they are told apart without colour. */
export type StampShape =
  | "circle"
  | "ring"
  | "round"
  | "bevel"
  | "double"
  | "square"
  | "heavy"
  | "dashed"
  | "struck";

/** How a rating is drawn in files: its shape, and its ink on white paper and on a dark ground (4.5:1 or more on both). */
export interface RatingPaint {
  shape: StampShape;
  light: string;
  dark: string;
}

export const RATING_PAINT: Record<RatingColour, RatingPaint> = {
  true: { shape: "circle", light: "#1e6b58", dark: "#7ccdb5" },
  mostly_true: { shape: "ring", light: "#3f6e31", dark: "#a5cf8c" },
  misleading: { shape: "round", light: "#805900", dark: "#e3b95a" },
  inaccurate: { shape: "bevel", light: "#9c490c", dark: "#f0a064" },
  unsupported: { shape: "double", light: "#47597a", dark: "#a9b9da" },
  false: { shape: "square", light: "#a82a1f", dark: "#ff9184" },
  fabricated: { shape: "heavy", light: "#6e1019", dark: "#ff9ba6" },
  withheld: { shape: "dashed", light: "#5f5a51", dark: "#b4ad9f" },
  out_of_scope: { shape: "struck", light: "#5f5a51", dark: "#b4ad9f" },
};

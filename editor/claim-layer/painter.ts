/** Something painted, to be given back to the painter that made it. */
export interface Mark {
  name: string;
  range: AbstractRange;
}

/** Draws ranges of the page under a name (`highlight-styles.ts`) and takes them away again. */
export interface Painter {
  paint(name: string, range: StaticRange): Mark;
  erase(mark: Mark): void;
  /** The page was laid out anew: whoever draws by coordinates draws again. */
  relayout(): void;
  /** Takes away everything this painter drew. */
  destroy(): void;
}

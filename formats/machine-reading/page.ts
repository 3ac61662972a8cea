/** A rectangle on a page, in parts of its width and height from 0 to 1, from its left top corner. */
export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One character as a machine read it. `confidence` from 0 to 100. */
export interface ReadSymbol {
  text: string;
  confidence: number;
  box: PageBox;
  /** Whether the machine sets white space before it in its line, as it does between any two words. */
  isApart: boolean;
  /** The widest stretch along the line without ink from where the one before it begins to where it ends, as a part of the page. */
  gap: number;
}

/** One line of a page, in the order in which its characters are read. Never without one. */
export interface ReadLine {
  symbols: ReadSymbol[];
  box: PageBox;
}

/** A column, or another part of a page whose lines follow each other. */
export interface ReadRegion {
  box: PageBox;
  lines: ReadLine[];
}

/** What a machine read on a page: regions in reading order. `width` and `height` of its picture, in pixels. */
export interface ReadPage {
  width: number;
  height: number;
  regions: ReadRegion[];
}

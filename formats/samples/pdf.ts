/** One page of a made-up PDF: what its content stream draws, and entries of its dictionary beside those every page has. */
export interface PdfPage {
  draw: string;
  entries?: string;
}

/** The parts of a made-up PDF. */
export interface PdfParts {
  pages: readonly (string | PdfPage)[];
  /** Entries of the document's information dictionary. */
  info?: string;
  /** Further objects, numbered from 20 on, and entries of the trailer. */
  objects?: readonly string[];
  trailer?: string;
}

const JAPANESE = (name: string, encoding: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80/CapHeight 700>>>>]>>`;

/**
 * Fonts every page can use, none of which is in the file: `L` and `B` for Latin letters, `J` and `V` for Japanese ones
 * across and down, in which a letter is its UTF-16 code.
 */
const FONTS = `<</L<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>/J ${JAPANESE("HeiseiMin-W3", "UniJIS-UTF16-H")}/V ${JAPANESE("HeiseiMin-W3", "UniJIS-UTF16-V")}>>`;

/** The bytes of a PDF, each object of which can be read and damaged by hand: nothing is compressed. */
export function pdfFile({ pages, info = "", objects = [], trailer = "" }: PdfParts): Uint8Array {
  const first = 100;
  const numbered = new Map<number, string>([
    [1, "<</Type/Catalog/Pages 2 0 R>>"],
    [
      2,
      `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${first + at * 2} 0 R`).join(" ")}]>>`,
    ],
    [3, FONTS],
    [4, `<<${info}>>`],
    ...objects.map((object, at): [number, string] => [20 + at, object]),
    ...pages.flatMap((page, at): [number, string][] => {
      const { draw, entries = "" } = typeof page === "string" ? { draw: page } : page;
      const number = first + at * 2;
      return [
        [
          number,
          `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font 3 0 R>>/Contents ${number + 1} 0 R${entries}>>`,
        ],
        [number + 1, `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`],
      ];
    }),
  ]);
  let text = "%PDF-1.7\n";
  const offsets = new Map<number, number>();
  for (const [number, object] of numbered) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const table = [...offsets].map(
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`,
  );
  const last = Math.max(...offsets.keys()) + 1;
  text += `xref\n0 1\n0000000000 65535 f \n${table.join("")}trailer\n<</Size ${last}/Root 1 0 R/Info 4 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Draws text at a place, from the lower left, in points. */
export const at = (
  x: number,
  y: number,
  size: number,
  text: string,
  font: "L" | "B" | "J" | "V" = "L",
): string => {
  const written =
    font === "L" || font === "B"
      ? `(${text.replace(/[\\()]/g, "\\$&")})`
      : `<${Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0")).join("")}>`;
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${written} Tj ET\n`;
};

/** Lines of text under one another. */
export const lines = (
  x: number,
  y: number,
  size: number,
  texts: readonly string[],
  font: "L" | "B" | "J" | "V" = "L",
): string => texts.map((text, index) => at(x, y - index * size * 1.6, size, text, font)).join("");

/** Letters under one another, each drawn by itself in a font that is written across, the first line rightmost. */
export const lettersDown = (
  right: number,
  top: number,
  size: number,
  texts: readonly string[],
  leading = 1.7,
): string =>
  texts
    .flatMap((text, column) =>
      [...text].map((letter, row) => at(right - column * size * leading, top - row * size, size, letter, "J")),
    )
    .join("");

/** Text that runs up the page, as on a table that lies on its side: each further text stands on its right. */
export const upwards = (
  x: number,
  y: number,
  size: number,
  texts: readonly string[],
  font: "L" | "J" = "L",
): string =>
  texts
    .map((text, index) =>
      at(0, 0, size, text, font).replace("1 0 0 1 0 0 Tm", `0 1 -1 0 ${x + index * size * 1.6} ${y} Tm`),
    )
    .join("");

/** Entries of a page for its annotations, each a dictionary's inside; `rect` is left, bottom, right, top in points. */
export const annotations = (
  ...all: readonly { rect: readonly [number, number, number, number]; entries: string }[]
): string =>
  `/Annots[${all.map(({ rect, entries }) => `<</Type/Annot/F 4/Rect[${rect.join(" ")}]${entries}>>`).join("")}]`;

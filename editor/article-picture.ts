import { pictureAddress } from "#domain/picture.ts";
import { LINK_ATTRIBUTES } from "./article-link.ts";

/** A figure's picture, as the document holds it. */
export interface FigurePicture {
  sha256: string | null;
  address: string | null;
  alt: string | null;
}

/** What is drawn above a figure's words: an element, its attributes, and the text in it. */
export type DrawnPicture =
  | ["img", { class: string; src: string; alt: string }]
  | ["a", Omit<typeof LINK_ATTRIBUTES, "class"> & { class: string; href: string }, string]
  | null;

/**
 * A picture that is kept here is shown; of any other only its address is named, because asking a foreign server would
 * tell it who reads what. Where the words under a picture are its alternative text, it needs none of its own.
 */
export function drawnPicture({ sha256, address, alt }: FigurePicture, words: string): DrawnPicture {
  if (sha256 !== null) {
    return [
      "img",
      { class: "article-picture", src: pictureAddress(sha256), alt: alt === words ? "" : (alt ?? "") },
    ];
  }
  if (address === null) return null;
  return ["a", { ...LINK_ATTRIBUTES, class: "article-picture", href: address }, address];
}

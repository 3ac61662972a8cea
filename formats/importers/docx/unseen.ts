import type { InlinePiece } from "../inline.ts";

/** Invisible or private: soft hyphens, and the letters of symbol fonts, which are another sign in every other font. */
const UNSEEN = /[\u00ad\u200b\ufeff\uf000-\uf0ff]/gu;

/** The pieces without what a reader of the document doesn't see. */
export const seen = (pieces: readonly InlinePiece[]): InlinePiece[] =>
  pieces.map((piece) => ({ ...piece, text: piece.text.replace(UNSEEN, "") }));

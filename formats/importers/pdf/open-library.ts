import { fillWithResolvers } from "#domain/with-resolvers.ts";

/** The library that reads and draws PDF, loaded when a PDF comes: most articles are none. */
export async function openLibrary() {
  fillWithResolvers();
  return await import("pdfjs-dist/legacy/build/pdf.mjs");
}

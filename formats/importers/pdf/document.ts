import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { RefusedImport } from "../refused-import.ts";
import { type DrawnPage, drawnPage } from "./drawn.ts";
import { isPassword, libraryOptions } from "./library-options.ts";
import { openLibrary } from "./open-library.ts";

/** The longest report of an inquiry has some hundreds. */
const MOST_PAGES = 1000;
/** Of text on all pages together, in UTF-16 units. */
const MOST_TEXT = 5_000_000;

export interface PdfContent {
  pages: DrawnPage[];
  stated: { title: string; author: string; language: string | null };
}

/**
 * The text of a PDF, page by page, and what it says of itself. Nothing is fetched or executed; the
 * tables of Japanese fonts come from the library's own files.
 *
 * @throws RefusedImport ENCRYPTED, DAMAGED or TOO_HARD
 */
export async function readPages(bytes: Uint8Array): Promise<PdfContent> {
  const { getDocument, VerbosityLevel } = await openLibrary();
  const task = getDocument({
    // The reader keeps what it is given.
    data: bytes.slice(),
    ...libraryOptions(),
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.finally(restorePush);
    return await contentOf(document);
  } catch (error) {
    if (error instanceof RefusedImport) throw error;
    throw new RefusedImport(isPassword(error) ? "ENCRYPTED" : "DAMAGED");
  } finally {
    await task.destroy();
  }
}

const { push } = Array.prototype;

/**
 * The library's build for older engines replaces `push` of every array of this process by one written in JavaScript, for
 * a case that neither it nor we have: an eighth of the time of a large document went there. Its parts are all loaded when a
 * document has been opened.
 */
function restorePush(): void {
  Object.defineProperty(Array.prototype, "push", { value: push, writable: true, configurable: true });
}

async function contentOf(document: PDFDocumentProxy): Promise<PdfContent> {
  if (document.numPages > MOST_PAGES) throw new RefusedImport("TOO_HARD");
  const pages: DrawnPage[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await drawnPage(page, MOST_TEXT - letters);
    letters += drawn.drawn.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(drawn);
    page.cleanup();
  }
  return { pages, stated: await statedIn(document) };
}

async function statedIn(document: PDFDocumentProxy): Promise<PdfContent["stated"]> {
  const { info, metadata } = await document.getMetadata();
  const entry = (name: string) => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === "string" ? value.replaceAll("\0", "") : "";
  };
  const xmp = (name: string) => {
    const value: unknown = metadata?.get(name);
    const first: unknown = Array.isArray(value) ? value.join("、") : value;
    return typeof first === "string" ? first : "";
  };
  return {
    title: xmp("dc:title") || entry("Title"),
    author: xmp("dc:creator") || entry("Author"),
    language: /^[a-z]{2,3}(?=$|[-_])/i.exec(entry("Language"))?.[0].toLowerCase() ?? null,
  };
}

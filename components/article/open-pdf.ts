import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Where this product serves the parts of the library that it reads while it draws: worker, character maps, fonts. */
const PARTS = "/pdf-parts";

/** A PDF to be drawn. The library comes when it is asked for: most articles are no PDF. */
export async function openPdf(file: Blob): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  GlobalWorkerOptions.workerSrc = `${PARTS}/legacy/build/pdf.worker.min.mjs`;
  return await getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    cMapUrl: `${PARTS}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PARTS}/standard_fonts/`,
    wasmUrl: `${PARTS}/wasm/`,
    iccUrl: `${PARTS}/iccs/`,
    enableXfa: false,
  }).promise;
}

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLibrary } from "#formats/importers/pdf/open-library.ts";

const LIBRARY = decodeURIComponent(new URL("./", import.meta.resolve("pdfjs-dist/package.json")).pathname);

/** The text content of every page in the order in which pdf.js gives it, its line ends as line feeds. */
export async function pdfjsText(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await openLibrary();
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: `${LIBRARY}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${LIBRARY}standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    let text = "";
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
      text += "\n";
    }
    return text;
  } finally {
    await task.destroy();
  }
}

/** Poppler's `pdftotext` where this machine has it, which reads a page in the order of its layout; null where not. */
export function poppler(): ((bytes: Uint8Array) => string) | null {
  if (spawnSync("pdftotext", ["-v"]).error) return null;
  return (bytes) => {
    const folder = mkdtempSync(join(tmpdir(), "uratori-bench-"));
    try {
      const file = join(folder, "page.pdf");
      writeFileSync(file, bytes);
      return execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"], {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/**
 * Sets PDFs in a thread of its own, in plain JavaScript because threads run the file as it lies here, outside the
 * build. Typst is native code that blocks its thread while it works; nothing else may live in this one.
 */
import "../quiet-thread.mjs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { move } from "piscina";
import { collectGarbage } from "../garbage.mjs";
import { yieldToOthers } from "../thread-priority.mjs";

yieldToOthers();

const resolve = createRequire(import.meta.url).resolve;
const templates = fileURLToPath(new URL("../../formats/exporters/pdf", import.meta.url));

/** Only these weights: every further one would cost memory, and the look needs no other. */
const FACES = [
  "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
  "noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
  "noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  "noto-emoji/700Bold/NotoEmoji_700Bold.ttf",
];

const fontPaths = FACES.map((face) => path.dirname(resolve(`@expo-google-fonts/${face}`)));
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });

/** How many later documents may reuse what was laid out for one: none, for two reports share little and memory stays low. */
const CACHED_DOCUMENTS = 0;

/**
 * The PDF of `data` set by `template`. PDF/UA-1 wherever every character has a glyph; where a font lacks one, the
 * standard refuses the file, and a tagged PDF without that promise is made instead.
 * Throws with Typst's own diagnostics when the template fails, which is a defect.
 *
 * @param {{ job: { template: string, data: string } }} timed
 */
export function typeset({ job: { template, data } }) {
  const result = compiler.compile({ mainFilePath: path.join(templates, template), inputs: { data } });
  const document = result.result;
  if (!document) throw new Error(`Typst: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  const bytes = asAccessible(document) ?? compiler.pdf(document);
  compiler.evictCache(CACHED_DOCUMENTS);
  // A laid-out document is native memory behind a tiny object, which the collector sees no reason to hurry for: without a
  // push the thread grows by 25 MB a report.
  setImmediate(collectGarbage);
  // A copy of its own: a Buffer may share its memory with others, and only a whole buffer can be handed over.
  return move(new Uint8Array(bytes));
}

/**
 * @param {import("@myriaddreamin/typst-ts-node-compiler").NodeTypstDocument} document
 * @returns {Uint8Array | null} null where a character has no glyph
 */
function asAccessible(document) {
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1" });
  } catch (error) {
    if (String(error).includes("could not be displayed with font")) return null;
    throw error;
  }
}

import { readFile } from "node:fs/promises";
import path from "node:path";
import { productRoot } from "./product-root.ts";

/** Which files of the library a browser may have, and what they are. None of these patterns can name another folder. */
const PARTS: readonly [RegExp, string][] = [
  [/^legacy\/build\/pdf\.worker\.min\.mjs$/, "text/javascript; charset=utf-8"],
  [/^wasm\/[a-z_\d]+\.js$/, "text/javascript; charset=utf-8"],
  [/^wasm\/[a-z_\d]+\.wasm$/, "application/wasm"],
  [/^cmaps\/[\w-]+\.bcmap$/, "application/octet-stream"],
  [/^standard_fonts\/[\w-]+\.(?:pfb|ttf)$/, "application/octet-stream"],
  [/^iccs\/[\w-]+\.icc$/, "application/octet-stream"],
];

/** A worker has the policy of its own answer: it reads our parts, may compile what decodes pictures, and nothing more. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** One file of the library that draws PDF in a browser, as it lies in this installation; 404 for any other name. */
export async function pdfPart(name: string): Promise<Response> {
  const type = PARTS.find(([pattern]) => pattern.test(name))?.[1];
  if (!type) return new Response(null, { status: 404 });
  const bytes = await readFile(path.join(productRoot(), "node_modules", "pdfjs-dist", name)).catch(
    () => null,
  );
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      // Names have no version in them: a new one must be noticed.
      "cache-control": "public, max-age=3600",
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
    },
  });
}

import { parseArgs } from "node:util";
import { requireNode } from "./node-version.mjs";

requireNode();
const { PRODUCT } = await import("./product-place.mjs");
const { prepare, requireSpace, requireWritable } = await import("./preparation.mjs");
const { inRoot } = await import("./places.mjs");
const { step } = await import("./progress.mjs");
const { run } = await import("./refusal.mjs");

/** `npm run build`: builds, and packs the product. `--without-postgres` leaves the embedded database out. */
await run(async () => {
  const { values } = parseArgs({ options: { "without-postgres": { type: "boolean", default: false } } });
  requireWritable(inRoot());
  requireSpace(inRoot());
  await prepare({ built: true });
  // Loaded here, because what packs is installed by now only.
  const { packProduct } = await import("./pack-product.mjs");
  await step("product", async (note) => {
    const { files, bytes, packages } = await packProduct({ hasPostgres: !values["without-postgres"] });
    note(`${PRODUCT}, ${Math.round(bytes / 1_000_000)} MB, ${files} files, ${packages} packages`);
  });
});

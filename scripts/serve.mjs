import { requireNode } from "./node-version.mjs";

// The start of what `npm run build` made: without npm, without the packages of development, without writing here.
requireNode();
const { runProduct } = await import("./product.mjs");
await runProduct({ mode: "production", isPrepared: true });

import { requireNode } from "./node-version.mjs";

requireNode();
const { runProduct } = await import("./product.mjs");
await runProduct({ mode: "production" });

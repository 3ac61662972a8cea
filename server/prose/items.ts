import type { Doc } from "yjs";

/** Of how many items a document consists, which is what loading and merging it cost; deleted ones side by side are one. */
export const itemsOf = ({ store }: Doc): number =>
  [...store.clients.values()].reduce((sum, items) => sum + items.length, 0);

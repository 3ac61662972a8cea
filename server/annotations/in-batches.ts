/** PostgreSQL takes 32,767 values a statement; a row has at most some twenty. */
const ROWS = 1_000;

/** Does `work` for `items` piece by piece, in their order. */
export async function inBatches<Item>(
  items: readonly Item[],
  work: (batch: Item[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS) await work(items.slice(from, from + ROWS));
}

/** Adds one by one: as arguments of a single call, a hundred thousand would not fit on the call stack. */
export function pushAll<Item>(target: Item[], more: Iterable<Item>): void {
  for (const item of more) target.push(item);
}

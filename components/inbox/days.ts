/** Things of one day. `day`: a moment of it, ISO 8601. */
export interface Day<Item> {
  day: string;
  items: Item[];
}

/** `items`, the newest first, day by day as `dayOf` tells days apart. */
export function byDay<Item extends { createdAt: string }>(
  items: readonly Item[],
  dayOf: (at: string) => string,
): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && dayOf(last.day) === dayOf(item.createdAt)) last.items.push(item);
    else days.push({ day: item.createdAt, items: [item] });
  }
  return days;
}

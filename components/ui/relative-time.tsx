"use client";

import { useFormatter, useNow } from "next-intl";

const MINUTE_MS = 60_000;

/** How long ago, kept up to date while the page is open; the exact moment on hover and for machines. */
export function RelativeTime({ at }: { at: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const moment = new Date(at);
  // A clock a little behind the server's must not read "in 3 seconds".
  const shown = moment > now ? now : moment;
  return (
    <time dateTime={at} title={format.dateTime(moment, { dateStyle: "long", timeStyle: "short" })}>
      {format.relativeTime(shown, now)}
    </time>
  );
}

"use client";

import { useFormatter, useNow } from "next-intl";
import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** How long ago, kept up to date while the page is open; the exact moment on hover and for machines. */
export function RelativeTime({ at }: { at: string }) {
  const format = useFormatter();
  const now = useRunningNow();
  const moment = new Date(at);
  // A clock a little behind the server's must not read "in 3 seconds".
  const shown = moment > now ? now : moment;
  return (
    <time dateTime={at} title={format.dateTime(moment, { dateStyle: "long", timeStyle: "short" })}>
      {format.relativeTime(shown, now)}
    </time>
  );
}

/** The server's now for the first paint, so that both write the same words; this machine's from then on. */
function useRunningNow(): Date {
  const [now, setNow] = useState(useNow());
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

"use client";

import { useEffect, useState } from "react";

/** Seconds left of `seconds`, counted from when `token` last changed; 0 when over. */
export function useCountdown(seconds: number, token: unknown): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another token starts the same wait anew.
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    if (seconds <= 0) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [seconds, token]);
  return left;
}

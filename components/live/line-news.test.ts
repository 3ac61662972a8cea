import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SessionEnd } from "#domain/session.ts";
import { LineWatch } from "./line-news.ts";
import type { LiveStatus } from "./live-socket.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  let changed = () => {};
  const line = {
    status: "connecting" as LiveStatus,
    endedWhy: null as SessionEnd | null,
    subscribe: (listener: () => void) => {
      changed = listener;
      return () => true;
    },
  };
  const watch = new LineWatch(line);
  const told: string[] = [];
  watch.subscribe(() => told.push(watch.get()));
  watch.start();
  const become = (status: LiveStatus, then = 0) => {
    line.status = status;
    changed();
    vi.advanceTimersByTime(then);
  };
  return { become, told, watch, line };
}

test("a short break is not worth a word, nor is the first opening", () => {
  const { become, told } = watched();
  become("open", 1_000);
  become("lost", 2_000);
  become("open", 60_000);
  expect(told).toEqual([]);
});

test("a longer one is told of, and its end too, for a while", () => {
  const { become, told } = watched();
  become("open");
  become("lost", 30_000);
  become("open", 3_000);
  expect(told).toEqual(["lost", "back"]);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual(["lost", "back", "quiet"]);
});

test("a line that breaks again right after it was said to be back is not said to hold", () => {
  const { become, told, watch } = watched();
  become("lost", 3_000);
  become("open", 100);
  become("lost", 60_000);
  expect(told).toEqual(["lost", "back", "lost"]);
  expect(watch.get()).toBe("lost");
});

test("a line that ended has ended", () => {
  const { become, told } = watched();
  become("open");
  become("ended", 60_000);
  expect(told).toEqual(["ended"]);
});

test("one that another session of the same browser takes over from is not said to have ended", () => {
  const { become, told, line } = watched();
  become("open");
  line.endedWhy = "password_changed";
  become("ended", 2_000);
  become("connecting", 100);
  become("open", 60_000);
  expect(told).toEqual([]);
  become("ended", 60_000);
  expect(told).toEqual(["ended"]);
});

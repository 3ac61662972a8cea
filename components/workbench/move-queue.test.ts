import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Anchor } from "#domain/anchor.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { type Move, MoveQueue } from "./move-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const claim = (exact: string) => ({ id: "c", anchor: { exact } }) as ClaimSummary;
const anchor = (exact: string) => ({ exact }) as Anchor;

test("many small moves are sent as one, with what stood before the first", async () => {
  const sent: Move[] = [];
  const queue = new MoveQueue(async (_id, move) => void sent.push(move));
  queue.add(claim("a"), anchor("ab"));
  await vi.advanceTimersByTimeAsync(400);
  queue.add(claim("ab"), anchor("abc"));
  expect(queue.wanted("c")).toEqual(anchor("abc"));
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual([{ before: claim("a"), anchor: anchor("abc") }]);
  expect(queue.wanted("c")).toBeNull();
});

test("a move made while another is under way is sent after it", async () => {
  const sent: string[] = [];
  let answer = () => {};
  const queue = new MoveQueue((_id, move) => {
    sent.push(move.anchor.exact);
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  queue.add(claim("a"), anchor("ab"));
  await vi.advanceTimersByTimeAsync(500);
  queue.add(claim("ab"), anchor("abc"));
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual(["ab"]);
  answer();
  await vi.advanceTimersByTimeAsync(500);
  expect(sent).toEqual(["ab", "abc"]);
});

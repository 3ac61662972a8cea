import { describe, expect, test } from "vitest";
import { codePoints } from "#domain/offset.ts";
import { UndoStack } from "./undo-stack.ts";

const range = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });

describe("taking back", () => {
  test("goes from the last act to the first, and then there is nothing", () => {
    const stack = new UndoStack();
    stack.push({ kind: "created", claimId: "a" });
    stack.push({ kind: "deleted", claimId: "b" });
    expect([stack.pop(), stack.pop(), stack.pop()]).toEqual([
      { kind: "deleted", claimId: "b" },
      { kind: "created", claimId: "a" },
      null,
    ]);
  });

  test("many small moves of one edge are one step", () => {
    const stack = new UndoStack();
    stack.push({ kind: "moved", claimId: "a", from: range(0, 5) });
    stack.push({ kind: "moved", claimId: "a", from: range(0, 6) });
    stack.push({ kind: "moved", claimId: "b", from: range(9, 12) });
    expect(stack.pop()).toMatchObject({ claimId: "b" });
    expect(stack.pop()).toMatchObject({ claimId: "a", from: range(0, 5) });
    expect(stack.pop()).toBeNull();
  });

  test("what was taken back by its own button is forgotten", () => {
    const stack = new UndoStack();
    stack.push({ kind: "created", claimId: "a" });
    stack.push({ kind: "deleted", claimId: "a" });
    stack.forget("deleted", "a");
    expect(stack.pop()).toEqual({ kind: "created", claimId: "a" });
  });
});

import { describe, expect, test } from "vitest";
import { codePoints } from "#domain/offset.ts";
import { UndoStack } from "./undo-stack.ts";

const range = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });
const edited = (from: string, to: string, claimId = "a") =>
  ({ kind: "edited", claimId, field: "statement", from, to }) as const;

describe("taking back and doing again", () => {
  test("go from the last act to the first and forth again", () => {
    const stack = new UndoStack();
    stack.push({ kind: "created", claimId: "a" });
    stack.push({ kind: "deleted", claimId: "b" });
    stack.undid();
    expect([stack.nextUndo, stack.nextRedo]).toEqual([
      { kind: "created", claimId: "a" },
      { kind: "deleted", claimId: "b" },
    ]);
    stack.undid();
    expect(stack.nextUndo).toBeNull();
    stack.redid();
    expect([stack.nextUndo, stack.nextRedo]).toEqual([
      { kind: "created", claimId: "a" },
      { kind: "deleted", claimId: "b" },
    ]);
  });

  test("something new leaves nothing to do again", () => {
    const stack = new UndoStack();
    stack.push({ kind: "created", claimId: "a" });
    stack.undid();
    stack.push({ kind: "created", claimId: "b" });
    expect(stack.nextRedo).toBeNull();
  });

  test("many small moves of one edge are one step", () => {
    const stack = new UndoStack();
    stack.push({ kind: "moved", claimId: "a", from: range(0, 5), to: range(0, 6) });
    stack.push({ kind: "moved", claimId: "a", from: range(0, 6), to: range(0, 7) });
    stack.push({ kind: "moved", claimId: "b", from: range(9, 12), to: range(9, 13) });
    stack.undid();
    expect(stack.nextUndo).toEqual({ kind: "moved", claimId: "a", from: range(0, 5), to: range(0, 7) });
  });

  test("all that is typed into a field until it is left is one step", () => {
    const stack = new UndoStack();
    stack.push(edited("", "a"));
    stack.push(edited("a", "ab"));
    stack.close();
    stack.push(edited("ab", "abc"));
    expect(stack.nextUndo).toEqual(edited("ab", "abc"));
    stack.undid();
    expect(stack.nextUndo).toEqual(edited("", "ab"));
  });

  test("what was taken back by its own button is forgotten", () => {
    const stack = new UndoStack();
    stack.push({ kind: "created", claimId: "a" });
    stack.push({ kind: "deleted", claimId: "a" });
    stack.forget("deleted", "a");
    expect(stack.nextUndo).toEqual({ kind: "created", claimId: "a" });
  });
});

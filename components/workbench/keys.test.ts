import { describe, expect, test } from "vitest";
import { actionOf, bindingOf, KEY_MAP, type KeyPress, keycapsOf, WORKBENCH_ACTIONS } from "./keys.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

describe("which key does what", () => {
  test.each([
    ["j", press("j"), "nextClaim"],
    ["u", press("u"), "nextUnsettled"],
    ["shift u", press("U", { shiftKey: true }), "nextUnmarked"],
    ["u with caps lock", press("U"), "nextUnsettled"],
    ["shift j is free", press("J", { shiftKey: true }), null],
    ["? typed with shift", press("?", { shiftKey: true }), "help"],
    ["? on a layout without shift", press("?"), "help"],
    ["control z", press("z", { ctrlKey: true }), "undo"],
    ["command z", press("z", { metaKey: true }), "undo"],
    ["command shift z", press("Z", { metaKey: true, shiftKey: true }), "redo"],
    ["control shift z", press("Z", { ctrlKey: true, shiftKey: true }), "redo"],
    ["control j is the browser's", press("j", { ctrlKey: true }), null],
    ["alt n writes a character on a Mac", press("n", { altKey: true }), null],
    ["escape", press("Escape"), "close"],
    ["c", press("c"), "discuss"],
    ["control c copies", press("c", { ctrlKey: true }), null],
  ])("%s", (_name, event, action) => {
    expect(actionOf(event)).toBe(action);
  });

  test.each([
    ["while composing", press("n", { isComposing: true })],
    ["a key the input method swallowed", press("n", { keyCode: 229 })],
    ["Process, as Windows calls it", press("Process", { keyCode: 229 })],
  ])("silent: %s", (_name, event) => {
    expect(actionOf(event)).toBeNull();
  });
});

test("every action has exactly one key, and no key two actions", () => {
  expect(KEY_MAP.map(({ action }) => action).sort()).toEqual([...WORKBENCH_ACTIONS].sort());
  const presses = KEY_MAP.map(({ key, shift, mod }) => `${mod ? "mod+" : ""}${shift ? "shift+" : ""}${key}`);
  expect(new Set(presses).size).toBe(presses.length);
});

test("keycaps are printed as the board has them", () => {
  const undo = bindingOf("undo");
  const unmarked = bindingOf("nextUnmarked");
  expect(undo && keycapsOf(undo, true)).toEqual(["⌘", "Z"]);
  expect(undo && keycapsOf(undo, false)).toEqual(["Ctrl", "Z"]);
  expect(unmarked && keycapsOf(unmarked, false)).toEqual(["⇧", "U"]);
});

import { describe, expect, test, vi } from "vitest";
import { MentionChoice } from "./mention-choice.ts";

const people = ["a", "b", "c"].map((id) => ({ id, name: id, disabled: false }));
const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  keyCode: 0,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

function offered() {
  const choice = new MentionChoice();
  const take = vi.fn();
  choice.show(people, take);
  return { choice, take };
}

describe("a list of people", () => {
  test.each([
    [["ArrowDown"], 1],
    [["ArrowUp"], 2],
    [["ArrowDown", "ArrowDown", "ArrowDown"], 0],
  ])("%j leads to %d", (keys, active) => {
    const { choice } = offered();
    for (const one of keys) expect(choice.press(key(one))).toBe(true);
    expect(choice.offer?.active).toBe(active);
  });

  test.each(["Enter", "Tab"])("%s takes who is chosen", (name) => {
    const { choice, take } = offered();
    choice.press(key("ArrowDown"));
    expect(choice.press(key(name))).toBe(true);
    expect(take).toHaveBeenCalledWith(people[1]);
  });

  test.each([
    key("Enter", { isComposing: true }),
    key("Enter", { keyCode: 229 }),
    key("ArrowDown", { isComposing: true }),
    key("Enter", { ctrlKey: true }),
    key("Tab", { shiftKey: true }),
    key("a"),
  ])("is silent for %j", (press) => {
    const { choice, take } = offered();
    expect(choice.press(press)).toBe(false);
    expect(take).not.toHaveBeenCalled();
    expect(choice.offer?.active).toBe(0);
  });

  test("keeps who is chosen while typing narrows it, and starts over where they are gone", () => {
    const { choice, take } = offered();
    choice.point(2);
    choice.show(people.slice(1), take);
    expect(choice.offer?.active).toBe(1);
    choice.show(people.slice(0, 1), take);
    expect(choice.offer?.active).toBe(0);
  });

  test("that is empty is no list, and takes no key", () => {
    const { choice, take } = offered();
    choice.show([], take);
    expect(choice.offer).toBeNull();
    expect(choice.press(key("Enter"))).toBe(false);
  });
});

import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

let errors: MockInstance;
let warnings: MockInstance;

/**
 * A test that makes the code complain has to say so: `vi.mocked(console.error).mockClear()` after looking at it.
 * What nobody expected fails the test instead of scrolling by.
 */
beforeEach(() => {
  errors = vi.spyOn(console, "error");
  warnings = vi.spyOn(console, "warn");
});

afterEach(() => {
  const said = [...errors.mock.calls, ...warnings.mock.calls];
  errors.mockRestore();
  warnings.mockRestore();
  expect(said, "console.error and console.warn were called").toEqual([]);
});

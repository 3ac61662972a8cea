import { describe, expect, test } from "vitest";
import type { Deed } from "#components/queue/deed.ts";
import type { Entry } from "#components/queue/entry.ts";
import { sampleEntry } from "#components/queue/sample-entry.ts";
import type { Evidence } from "#domain/evidence.ts";
import { shownEvidence } from "./shown-evidence.ts";

const claimId = "c1";
const piece = (id: string): Evidence => ({
  id,
  claimId,
  number: 1,
  source: {
    id: `s-${id}`,
    type: "report",
    title: "市報",
    url: null,
    publisher: null,
    author: null,
    issued: null,
    accessed: null,
    uses: 1,
    version: 1,
  },
  stance: "supports",
  primary: true,
  quote: "橋",
  locator: null,
  note: null,
  addedBy: { id: "m1", name: "佐藤", disabled: false },
  addedAt: "2026-11-23T00:00:00.000Z",
  version: 1,
});
const entry = (deed: Deed, state: Entry["state"] = { name: "waiting" }) =>
  sampleEntry(deed, { about: "官報", state });

const add: Deed = {
  kind: "addEvidence",
  claimId,
  evidenceId: "e2",
  draft: { source: { title: "官報" }, stance: "refutes", primary: true },
};
const update: Deed = {
  kind: "updateEvidence",
  claimId,
  evidenceId: "e1",
  version: 1,
  detail: { stance: "context", primary: false, quote: "川" },
};
const remove: Deed = { kind: "removeEvidence", claimId, evidenceId: "e1" };
const restore: Deed = { kind: "restoreEvidence", claimId, evidenceId: "e1" };
const refused: Entry["state"] = {
  name: "refused",
  refusal: { code: "FORBIDDEN", message: "", data: null, at: "2026-11-23T00:00:00.000Z" },
};

describe("evidence with what is unsent", () => {
  test("shows what was added, changed and removed here", () => {
    const shown = shownEvidence(claimId, [piece("e1")], [entry(add), entry(update)]);
    expect(shown.added).toMatchObject([{ id: "e2", title: "官報" }]);
    expect(shown.known).toMatchObject([
      { isUnsent: true, evidence: { stance: "context", quote: "川", note: null } },
    ]);
    expect(shownEvidence(claimId, [piece("e1")], [entry(remove)]).known).toEqual([]);
    expect(shownEvidence(claimId, [piece("e1")], [entry(remove), entry(restore)]).known).toHaveLength(1);
  });

  test("does not show twice what has arrived, nor as done what was refused", () => {
    expect(shownEvidence(claimId, [piece("e2")], [entry(add)]).added).toEqual([]);
    expect(shownEvidence(claimId, [piece("e1")], [entry(remove, refused)]).known).toHaveLength(1);
    expect(shownEvidence("c2", [], [entry(add)]).added).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { type LostClaim, LostClaims } from "./lost-claims.ts";

const lost = (id: string): LostClaim => ({ claim: { id } as LostClaim["claim"], by: null });
const idsOf = (claims: LostClaims) => claims.get().map(({ claim }) => claim.id);

test("are asked about one after another, each once, until they are settled", () => {
  const claims = new LostClaims();
  let told = 0;
  claims.subscribe(() => {
    told += 1;
  });
  claims.add(lost("a"));
  claims.add(lost("b"));
  claims.add(lost("b"));
  expect(idsOf(claims)).toEqual(["a", "b"]);
  claims.settle("unknown");
  expect(told).toBe(3);
  claims.settle("a");
  expect(idsOf(claims)).toEqual(["b"]);
});

import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";

/** Asked here and not in the page, because a page behind a loading state has sent its status already. */
export default async function SystemLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireMember();
  if (!may(actor, "system.operate")) forbidden();
  return children;
}

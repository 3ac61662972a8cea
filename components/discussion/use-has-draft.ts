"use client";

import { useEffect, useState } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import { commentDrafts } from "./comment-drafts.ts";

/** Whether something unsent was left here before. False on the server, which knows no drafts. */
export function useHasDraft(place: string): boolean {
  const { member } = useDesk();
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => setHasDraft(commentDrafts(member.id).read(place) !== null), [member.id, place]);
  return hasDraft;
}

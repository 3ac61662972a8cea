"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "#domain/member.ts";

/** What the member may do beyond any one article; decided on the server from the table of rights. */
export interface DeskAbilities {
  createArticle: boolean;
  listMembers: boolean;
  /** See how the product runs, and have work that failed done again. */
  operate: boolean;
}

/** Who is signed in, as far as pages ask. */
export interface DeskMember {
  id: string;
  name: string;
  role: Role;
}

interface Desk {
  member: DeskMember;
  abilities: DeskAbilities;
}

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ children, ...desk }: Desk & { children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Who is signed in and what they may do. Throws outside the desk, where nobody is. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk needs the desk's layout around it");
  return desk;
}

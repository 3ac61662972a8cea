import type { ReactNode } from "react";
import { Entrance } from "#components/sign-in/entrance.tsx";

/** The pages of people who are not in yet. */
export default function EntranceLayout({ children }: { children: ReactNode }) {
  return <Entrance>{children}</Entrance>;
}

"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";

/** On a small screen the claim is a sheet from below: a line of it while one reads, risen while one works on it. */
interface Sheet {
  isRaised: boolean;
  raise: () => void;
  lower: () => void;
}

const SheetContext = createContext<Sheet>({ isRaised: false, raise: () => {}, lower: () => {} });

export const useSheet = (): Sheet => use(SheetContext);

export function SheetProvider({ children }: { children: ReactNode }) {
  const [isRaised, setRaised] = useState(false);
  const raise = useCallback(() => setRaised(true), []);
  const lower = useCallback(() => setRaised(false), []);
  const sheet = useMemo(() => ({ isRaised, raise, lower }), [isRaised, raise, lower]);
  return <SheetContext value={sheet}>{children}</SheetContext>;
}

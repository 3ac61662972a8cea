"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { Listeners } from "#components/ui/listeners.ts";

/** One thing the command palette can do. `keywords` are looked in too, for the other language and for readings. */
export interface PaletteAction {
  id: string;
  label: string;
  description?: string;
  keywords?: string[];
  icon?: ReactNode;
  /** The keys that do the same without the palette, as printed: `j`, `⇧u`. */
  shortcut?: string;
  run: () => void;
}

/** Actions under one heading. A page that knows more registers its own group while it is shown. */
export interface PaletteGroup {
  id: string;
  label: string;
  actions: PaletteAction[];
}

interface Registry {
  put: (group: PaletteGroup) => void;
  take: (id: string) => void;
  groups: () => readonly PaletteGroup[];
  subscribe: (listener: () => void) => () => void;
}

const NO_GROUPS: readonly PaletteGroup[] = [];

function makeRegistry(): Registry {
  const listeners = new Listeners();
  let groups: readonly PaletteGroup[] = NO_GROUPS;
  const change = (next: readonly PaletteGroup[]) => {
    groups = next;
    listeners.tell();
  };
  return {
    put: (group) => change([...groups.filter((other) => other.id !== group.id), group]),
    take: (id) => change(groups.filter((group) => group.id !== id)),
    groups: () => groups,
    subscribe: listeners.subscribe,
  };
}

const RegistryContext = createContext<Registry | null>(null);

export function PaletteActionsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(makeRegistry);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("The palette's actions need PaletteActionsProvider around them");
  return registry;
}

/**
 * Offers `group` in the command palette while the calling component is shown. Memoise the group: a new object is
 * registered anew.
 */
export function usePaletteGroup(group: PaletteGroup): void {
  const registry = useRegistry();
  useEffect(() => {
    registry.put(group);
    return () => registry.take(group.id);
  }, [registry, group]);
}

/** Everything on offer now, in the order it was registered. */
export function usePaletteGroups(): readonly PaletteGroup[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.groups, () => NO_GROUPS);
}

"use client";

import { Menu, Text } from "@mantine/core";
import { Stamp } from "#components/verdict/stamp.tsx";
import { standingOf } from "#components/verdict/standing.ts";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** Claims to choose from, inside a menu: stamp, number and the words each stands on. */
export function ClaimMenuItems({ claimIds }: { claimIds: readonly string[] }) {
  const { store } = useWorkbench();
  const labelOf = useStandingLabel();
  const open = useOpenClaim();
  return claimIds.flatMap((id) => {
    const claim = store.get().byId.get(id);
    if (!claim) return [];
    return [
      <Menu.Item
        key={id}
        leftSection={<Stamp standing={standingOf(claim)} number={claim.number} />}
        onClick={() => open(id)}
        maw="min(24rem, 85vw)"
      >
        <Text size="sm" lineClamp={2}>
          {claim.anchor.exact}
        </Text>
        <Text size="xs" c="dimmed">
          {claim.number} · {labelOf(claim)}
        </Text>
      </Menu.Item>,
    ];
  });
}

"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { createElement } from "react";

/** How long a person has to press Undo, in milliseconds. Undo by key has no end. */
const UNDO_TIME = 10_000;

export function notifyFailure(title: string, message: string): void {
  notifications.show({ title, message, color: "red", autoClose: UNDO_TIME });
}

/** Says what was done and offers to take it back. */
export function notifyUndoable(act: { id: string; message: string; undo: string; onUndo: () => void }): void {
  const onClick = () => {
    notifications.hide(act.id);
    act.onUndo();
  };
  notifications.show({
    id: act.id,
    autoClose: UNDO_TIME,
    message: createElement(
      Group,
      { justify: "space-between", wrap: "nowrap" },
      createElement(Text, { size: "sm" }, act.message),
      createElement(Button, { size: "compact-sm", variant: "light", onClick }, act.undo),
    ),
  });
}

"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/** How long a person has to press Undo, in milliseconds. Undo by key has no end. */
const UNDO_TIME = 10_000;

export function notifyFailure(title: string, message: string): void {
  notifications.show({ title, message, color: "red", autoClose: UNDO_TIME });
}

interface UndoableAct {
  id: string;
  message: string;
  undo: string;
  onUndo: () => void;
}

/** Says what was done and offers to take it back. */
export function notifyUndoable({ id, message, undo, onUndo }: UndoableAct): void {
  const takeBack = () => {
    notifications.hide(id);
    onUndo();
  };
  notifications.show({
    id,
    autoClose: UNDO_TIME,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={takeBack}>
          {undo}
        </Button>
      </Group>
    ),
  });
}

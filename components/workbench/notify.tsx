"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/** How long a person has to press the offered button, in milliseconds. What it does can be done elsewhere later. */
const OFFER_TIME = 10_000;

export function notifyFailure(title: string, message: string): void {
  notifications.show({ title, message, color: "red", autoClose: OFFER_TIME });
}

/** Says that something is done, on whatever page comes next. */
export function notifyDone(message: string): void {
  notifications.show({ message });
}

interface Offer {
  /** A later notice of the same id takes an earlier one's place. */
  id: string;
  message: string;
  button: string;
  onPress: () => void;
}

/** Says what happened and offers the next step: to take it back, to look at it. */
export function notifyOffer({ id, message, button, onPress }: Offer): void {
  const press = () => {
    notifications.hide(id);
    onPress();
  };
  notifications.show({
    id,
    autoClose: OFFER_TIME,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={press}>
          {button}
        </Button>
      </Group>
    ),
  });
}

"use client";

import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { PaletteAction } from "./actions.tsx";
import { closePalette, returnFocus, usePaletteOpened } from "./opened.ts";
import classes from "./palette.module.css";
import { PaletteList } from "./palette-list.tsx";
import { usePaletteKey } from "./use-palette-key.ts";

/** Everything that can be done from here, found by typing. */
export function Palette() {
  const t = useTranslations("palette");
  const isOpened = usePaletteOpened();
  const chosen = useRef<PaletteAction | null>(null);
  usePaletteKey();

  const choose = (action: PaletteAction) => {
    chosen.current = action;
    closePalette();
  };
  // The keyboard goes back first, so that an action which moves it on has the last word.
  const finish = () => {
    returnFocus();
    chosen.current?.run();
    chosen.current = null;
  };
  return (
    <Modal.Root
      opened={isOpened}
      onClose={closePalette}
      onExitTransitionEnd={finish}
      returnFocus={false}
      padding={0}
      size={600}
      yOffset="12vh"
      transitionProps={{ transition: "fade-down", duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content} aria-label={t("title")}>
        <Modal.Body className={classes.body}>
          <PaletteList onChoose={choose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

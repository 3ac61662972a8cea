"use client";

import { type RefObject, useEffect } from "react";
import { followingTop, type Side } from "./follow-place.ts";

/** Lets two panes scroll together: by the place in the source where that is known, else by how far each has come. */
export function useFollow(
  text: RefObject<HTMLElement | null>,
  original: RefObject<HTMLElement | null>,
  isOn: boolean,
): void {
  useEffect(() => {
    const [list, pane] = [text.current, original.current];
    if (!isOn || !list || !pane) return;
    // Where each stands as far as is known. Where one is put by the other, nobody scrolled it, whenever that is told of.
    const known = new Map<Element, number>();
    let stopListening = () => {};
    const follow = (leader: Side, follower: Side) => {
      const before = known.get(leader.scroller);
      if (leader.scroller.scrollTop === before) return;
      known.set(leader.scroller, leader.scroller.scrollTop);
      if (before !== undefined && wasPushedUp(leader.scroller, before)) return;
      follower.scroller.scrollTop = followingTop(leader, follower);
      known.set(follower.scroller, follower.scroller.scrollTop);
    };
    const listen = () => {
      stopListening();
      const sides = sidesOf(list, pane);
      for (const { scroller } of Object.values(sides)) known.set(scroller, scroller.scrollTop);
      const onText = () => follow(sides.text, sides.original);
      const onOriginal = () => follow(sides.original, sides.text);
      list.addEventListener("scroll", onText, { passive: true });
      const stopWatching = onScrolled(sides.original.scroller, pane, onOriginal);
      stopListening = () => {
        list.removeEventListener("scroll", onText);
        stopWatching();
      };
    };
    listen();
    // A frame's document comes later than the frame; loading does not bubble.
    pane.addEventListener("load", listen, true);
    return () => {
      stopListening();
      pane.removeEventListener("load", listen, true);
    };
  }, [text, original, isOn]);
}

/** Whether what stood at `before` had to move because there is less to scroll now: its text was set anew, by nobody's hand. */
function wasPushedUp({ scrollTop, scrollHeight, clientHeight }: Element, before: number): boolean {
  const end = scrollHeight - clientHeight;
  return before > end + 1 && scrollTop >= end - 1;
}

/**
 * Calls `then` when `scroller` has moved, and perhaps when it has not. A sandbox without scripts runs no listener of ours
 * either: it is looked at with every frame.
 */
function onScrolled(scroller: Element, pane: HTMLElement, then: () => void): () => void {
  if (scroller === pane) {
    pane.addEventListener("scroll", then, { passive: true });
    return () => pane.removeEventListener("scroll", then);
  }
  let frame = 0;
  const look = () => {
    then();
    frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

function sidesOf(list: HTMLElement, pane: HTMLElement): { text: Side; original: Side } {
  const framed = pane.querySelector("iframe")?.contentDocument;
  const scroller = framed?.scrollingElement ?? pane;
  return {
    text: {
      scroller: list,
      places: () => [...list.querySelectorAll<HTMLElement>("[data-edit-key][data-page]")],
    },
    original: { scroller, places: () => [...pane.querySelectorAll<HTMLElement>("[data-page]")] },
  };
}

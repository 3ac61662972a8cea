"use client";

import { useQuery } from "@tanstack/react-query";
import type { MentionOptions } from "@tiptap/extension-mention";
import { useEffect, useRef, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { MemberSummary } from "#domain/member.ts";
import { MentionChoice } from "./mention-choice.ts";
import { mentionQueryIn, peopleNamed } from "./mention-match.ts";

/** Members change rarely while one writes, in milliseconds. */
const FRESH_MS = 5 * 60_000;

export interface Mentioning {
  choice: MentionChoice;
  /** For the comment schema's mention. The same object for the life of the editor. */
  suggestion: MentionOptions["suggestion"];
  /** The element the list is drawn in, which the plugin keeps at the caret. */
  list: { current: HTMLDivElement | null };
  /** True once there is somebody to offer. */
  isReady: boolean;
}

/** What an editor needs to offer people after an at sign. */
export function useMentionChoice(): Mentioning {
  const members = useQuery(orpc.member.mentionable.queryOptions({ staleTime: FRESH_MS }));
  const { member: me } = useDesk();
  const people = useRef<readonly MemberSummary[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const [choice] = useState(() => new MentionChoice());
  const [suggestion] = useState(() => suggestionOf(choice, people, list));
  useEffect(() => {
    people.current = (members.data?.items ?? []).filter(({ id }) => id !== me.id);
  }, [members.data, me.id]);
  return { choice, suggestion, list, isReady: members.data !== undefined };
}

function suggestionOf(
  choice: MentionChoice,
  people: { current: readonly MemberSummary[] },
  list: { current: HTMLDivElement | null },
): MentionOptions["suggestion"] {
  let unmount: (() => void) | null = null;
  const leave = () => {
    unmount?.();
    unmount = null;
    choice.hide();
  };
  return {
    char: "@",
    floatingUi: { strategy: "fixed" },
    findSuggestionMatch: ({ $position }) => {
      const before = $position.parent.textBetween(0, $position.parentOffset, undefined, "\ufffc");
      const found = mentionQueryIn(before);
      if (!found) return null;
      const from = $position.start() + found.from;
      return { range: { from, to: $position.pos }, query: found.query, text: before.slice(found.from) };
    },
    shouldShow: ({ query }) => peopleNamed(people.current, query).length > 0,
    items: ({ query }) => peopleNamed(people.current, query),
    render: () => ({
      onStart: (props) => {
        if (list.current) unmount = props.mount(list.current);
      },
      onUpdate: ({ items, command, loading }) => {
        if (!loading) choice.show(items, ({ id, name }) => command({ id, label: name }));
      },
      onKeyDown: ({ event }) => choice.press(event),
      onExit: leave,
    }),
  };
}

import type { CommentDocument } from "#editor/comment-node.ts";
import { parseComment } from "#editor/parse-comment.ts";

/**
 * What a member has begun to write, under the place it is for, until it is sent or given up. In this browser and theirs
 * alone: another person who signs in on the same machine gets none. A browser that stores nothing costs the safety net
 * and nothing else.
 */
export interface CommentDrafts {
  read: (place: string) => CommentDocument | null;
  write: (place: string, draft: unknown) => void;
  remove: (place: string) => void;
}

export function commentDrafts(memberId: string): CommentDrafts {
  const keyOf = (place: string) => `uratori:comment:${memberId}:${place}`;
  return {
    read: (place) => {
      const parsed = parseComment(
        quietly(() => JSON.parse(window.localStorage.getItem(keyOf(place)) ?? "null")),
      );
      return parsed.ok ? parsed.comment : null;
    },
    write: (place, draft) =>
      void quietly(() => window.localStorage.setItem(keyOf(place), JSON.stringify(draft))),
    remove: (place) => void quietly(() => window.localStorage.removeItem(keyOf(place))),
  };
}

function quietly(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return null;
  }
}

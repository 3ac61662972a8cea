import {
  type Actor,
  isAdmin,
  isEditor,
  isMember,
  isOther,
  isSelf,
  type Predicate,
  type Subject,
} from "./predicate.ts";

/**
 * Who may do what: a right is held where any of its lists holds as a whole. Commands, reads, live connections and the
 * interface all ask this table and nothing else.
 */
export const RIGHTS = {
  "article.read": [[isMember]],
  "article.create": [[isEditor]],
  "article.update": [[isEditor]],
  "article.annotate": [[isEditor]],
  "claim.update": [[isEditor]],
  "claim.delete": [[isEditor]],
  "claim.settle": [[isEditor]],
  "thread.open": [[isEditor]],
  "thread.reply": [[isEditor]],
  "thread.resolve": [[isEditor]],
  "comment.edit": [[isEditor, isSelf]],
  "comment.delete": [[isEditor, isSelf]],
  "source.write": [[isEditor]],
  "report.export": [[isMember]],
  "member.list": [[isAdmin]],
  "member.invite": [[isAdmin]],
  "member.change_role": [[isAdmin, isOther]],
  "member.disable": [[isAdmin, isOther]],
  "member.require_factor": [[isAdmin]],
  "member.reset_factors": [[isAdmin, isOther]],
  "system.operate": [[isAdmin]],
  "profile.update": [[isSelf]],
  "factor.manage": [[isSelf]],
  "token.manage": [[isSelf]],
  "session.manage": [[isSelf]],
  "inbox.manage": [[isSelf]],
} as const satisfies Record<string, readonly (readonly Predicate[])[]>;

export type Right = keyof typeof RIGHTS;

/** True where `actor` holds `right` over `subject`. */
export function may(actor: Actor, right: Right, subject: Subject = {}): boolean {
  const ways: readonly (readonly Predicate[])[] = RIGHTS[right];
  return ways.some((all) => all.every((holds) => holds(actor, subject)));
}

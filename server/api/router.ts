import { annotationRouter } from "./annotation.ts";
import { articleRouter } from "./article.ts";
import { captureRouter } from "./capture.ts";
import { claimRouter } from "./claim.ts";
import { commentRouter, threadRouter } from "./comment.ts";
import { eventRouter } from "./event.ts";
import { evidenceRouter } from "./evidence.ts";
import { open } from "./implementer.ts";
import { memberRouter } from "./member.ts";
import { notificationRouter } from "./notification.ts";
import { pictureRouter } from "./picture.ts";
import { profileRouter } from "./profile.ts";
import { readingRouter } from "./reading.ts";
import { reportRouter } from "./report.ts";
import { revisionRouter } from "./revision.ts";
import { revisionDraftRouter } from "./revision-draft.ts";
import { scaleRouter } from "./scale.ts";
import { secondFactorRouter } from "./second-factor.ts";
import { sessionRouter } from "./session.ts";
import { sourceRouter } from "./source.ts";
import { systemRouter } from "./system.ts";
import { watchRouter } from "./watch.ts";

/** What the contract promises, and who keeps it. A call without a handler does not compile. */
export const router = open.router({
  article: articleRouter,
  capture: captureRouter,
  reading: readingRouter,
  revision: revisionRouter,
  revisionDraft: revisionDraftRouter,
  claim: claimRouter,
  annotation: annotationRouter,
  evidence: evidenceRouter,
  thread: threadRouter,
  comment: commentRouter,
  source: sourceRouter,
  watch: watchRouter,
  scale: scaleRouter,
  event: eventRouter,
  picture: pictureRouter,
  report: reportRouter,
  notification: notificationRouter,
  member: memberRouter,
  profile: profileRouter,
  secondFactor: secondFactorRouter,
  session: sessionRouter,
  system: systemRouter,
});

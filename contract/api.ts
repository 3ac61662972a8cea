import { annotationContract } from "./annotation.ts";
import { articleContract } from "./article.ts";
import { captureContract } from "./capture.ts";
import { claimContract } from "./claim.ts";
import { commentContract, threadContract } from "./comment.ts";
import { eventContract } from "./event.ts";
import { evidenceContract } from "./evidence.ts";
import { memberContract } from "./member.ts";
import { notificationContract } from "./notification.ts";
import { pictureContract } from "./picture.ts";
import { profileContract } from "./profile.ts";
import { readingContract } from "./reading.ts";
import { reportContract } from "./report.ts";
import { revisionContract } from "./revision.ts";
import { revisionDraftContract } from "./revision-draft.ts";
import { scaleContract } from "./scale.ts";
import { secondFactorContract } from "./second-factor.ts";
import { sessionContract } from "./session.ts";
import { sourceContract } from "./source.ts";
import { systemContract } from "./system.ts";
import { watchContract } from "./watch.ts";

/** The whole API as data. REST under `/api/v1`, OpenAPI at `/api/v1/openapi.json`, and the interface's own client. */
export const api = {
  article: articleContract,
  capture: captureContract,
  reading: readingContract,
  revision: revisionContract,
  revisionDraft: revisionDraftContract,
  claim: claimContract,
  annotation: annotationContract,
  evidence: evidenceContract,
  thread: threadContract,
  comment: commentContract,
  source: sourceContract,
  watch: watchContract,
  scale: scaleContract,
  event: eventContract,
  picture: pictureContract,
  report: reportContract,
  notification: notificationContract,
  member: memberContract,
  profile: profileContract,
  secondFactor: secondFactorContract,
  session: sessionContract,
  system: systemContract,
};

/** Where the API lives under the public address. */
export const API_PREFIX = "/api/v1";

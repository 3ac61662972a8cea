import { expect, test, vi } from "vitest";
import { metrics } from "#server/observe/metrics.ts";
import { type RequestContext, requestContext } from "#server/observe/request-context.ts";
import { repeated } from "./repeated.ts";

test("rounds are counted by the job's name, and what they log is known by it", async () => {
  const seen: (RequestContext | null)[] = [];
  const stop = repeated("count the hours", 5, async () => void seen.push(requestContext()));
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
  await stop();
  expect(seen[0]).toMatchObject({ job: "count_the_hours", requestId: null, actorId: null });
  const text = await metrics().registry.metrics();
  expect(text).toMatch(/uratori_job_rounds_total\{job="count_the_hours",outcome="done"\} [1-9]/);
  expect(text).toMatch(/uratori_job_last_success_timestamp_seconds\{job="count_the_hours"\} 1\d{9}/);
});

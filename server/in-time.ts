/**
 * What `work` comes to, or `signal`'s reason as soon as it is given: not everything can be broken off, but nobody needs to
 * wait for it. What becomes of the work afterwards is heard by nobody.
 */
export function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((done, fail) => {
    const late = () => fail(signal.reason);
    if (signal.aborted) late();
    else signal.addEventListener("abort", late, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener("abort", late));
  });
}

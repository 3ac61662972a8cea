/**
 * For worker threads, imported first: what libraries print there would stand between the lines of the log, which are JSON,
 * and may repeat what a person sent. What goes wrong is thrown, and told of by whoever gave the job.
 */
for (const name of /** @type {const} */ (["log", "info", "warn", "error", "debug", "trace"]))
  console[name] = () => undefined;

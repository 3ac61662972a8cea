/** What a process has used so far: CPU in milliseconds of user and system, memory in megabytes. */
export interface Usage {
  cpu: number;
  rss: number;
  heap: number;
}

/** `collect`: what is garbage is taken away first, so that memory is what is really held. */
export function usage({ collect = false }: { collect?: boolean }): Usage {
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpu: (user + system) / 1000, rss: rss / 1e6, heap: (heapUsed + external) / 1e6 };
}

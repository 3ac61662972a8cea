/**
 * Gives this process `Promise.withResolvers` (ECMAScript 2024) where its engine has none, which is Node 20. The PDF
 * library calls it and its build for older engines leaves it out; to be called before a document is opened. Goes with
 * Node 20.
 */
export function fillWithResolvers(): void {
  if ("withResolvers" in Promise) return;
  Object.defineProperty(Promise, "withResolvers", {
    value: withResolvers,
    writable: true,
    configurable: true,
  });
}

function withResolvers<T>(this: PromiseConstructor) {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new this<T>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}

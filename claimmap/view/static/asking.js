// The claims' columns, fetched and made ready in a worker: the page meanwhile has other things to do.
"use strict";
globalThis.claimmap ??= {};

(() => {
  let early = null;

  /**
   * The columns so named (view/columns.py) with all that counting them stands on (worker.js): a promise.
   *
   * root: of our routes. In place of those that are no longer current come the current ones:
   * `columns.digest` is that of what came.
   */
  claimmap.askColumns = (root, digest) => new Promise((done, fail) => {
    const worker = new Worker(`${root}${claimmap.worker}`);
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) =>
      data.columns ? end(done, data.columns) : end(fail, new Error(data.error));
    worker.onerror = () => end(fail, new Error("what reads them did not start"));
    worker.postMessage(digest);
  });

  /** Ask for columns that the map's frame will want, before it is there. address: of one of our routes. */
  claimmap.askEarly = (address, digest) => {
    const asked = claimmap.askColumns(new URL(".", address).href, digest);
    asked.catch(() => {}); // the frame asks again by itself
    early = { digest, asked };
  };

  /** The columns so named, as a promise; null where they were not asked for, or were taken. */
  claimmap.takeEarly = (digest) => {
    if (early?.digest !== digest) return null;
    const { asked } = early;
    early = null;
    return asked;
  };
})();

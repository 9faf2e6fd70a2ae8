// What runs in the worker that asking.js starts: told a digest, it answers with the columns, or an error.
"use strict";
globalThis.claimmap ??= {};

(() => {
  /** The columns in these bytes with all tables that the first counting asks for. */
  function prepare(buffer) {
    const columns = claimmap.readColumns(buffer);
    claimmap.mostClaims(columns);
    void new claimmap.Tally(columns, claimmap.readFilter(columns, ""), null);
    return columns;
  }

  /** The buffers of all arrays in a value, each once. */
  function buffersIn(value, found = new Set()) {
    if (ArrayBuffer.isView(value)) found.add(value.buffer);
    else if (value && typeof value === "object" && !Array.isArray(value)) {
      for (const one of Object.values(value)) buffersIn(one, found);
    }
    return found;
  }

  globalThis.onmessage = async ({ data: digest }) => {
    try {
      const answer = await fetch(`columns/${digest}`);
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      const columns = prepare(await answer.arrayBuffer());
      columns.digest = answer.headers.get("X-Claimmap-Digest") || digest;
      globalThis.postMessage({ columns }, [...buffersIn(columns)]);
    } catch (error) {
      globalThis.postMessage({ error: error.message });
    }
  };
})();

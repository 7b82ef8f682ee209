// Outside Next there is one process for everything, so the marker "server-only" has nothing to refuse.
const path = require.resolve("server-only");
require.cache[path] = { id: path, filename: path, loaded: true, exports: {}, children: [], paths: [] };

// Loaded before the program: lets the disk, the clock and the decoders fail as the environment says.

const { writeFileSync } = require("node:fs");
const files = require("node:fs/promises");

for (const fault of JSON.parse(process.env.FAULTS ?? "[]")) failIn(fault);
if (process.env.CLOCK) setClock(Number(process.env.CLOCK));
if (process.env.SMALL_ICU) forgetEncodings();
if (process.env.NODE_IS) Object.defineProperty(process.versions, "node", { value: process.env.NODE_IS });

/** At a call with a path of this end: the system's error, a signal, or somebody else who writes a file. */
function failIn({ call, ends, flags, code, signal, writes }) {
  const real = files[call];
  files[call] = async (path, ...rest) => {
    if (String(path).endsWith(ends) && (flags === undefined || rest[0] === flags)) {
      if (code) throw Object.assign(new Error(`${code}: said by the system, ${call} '${path}'`), { code, syscall: call, path });
      if (signal) {
        process.kill(process.pid, signal);
        await new Promise((later) => setTimeout(later, 60_000));
      }
      if (writes) writeFileSync(writes, "somebody else's");
    }
    return real(path, ...rest);
  };
}

function setClock(at) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [at]));
    }
  };
}

/** What Node decodes that was built with a small ICU. */
function forgetEncodings() {
  const Real = TextDecoder;
  globalThis.TextDecoder = class extends Real {
    constructor(label = "utf-8", options = {}) {
      if (!/^utf-?(8|16le|16be)$/i.test(label)) throw new RangeError(`The "${label}" encoding is not supported`);
      super(label, options);
    }
  };
}

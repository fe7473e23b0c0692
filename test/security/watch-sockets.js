// Loaded before the command line: writes down, a line each, every use of the network and every program started. It changes nothing else.

const { appendFileSync } = require("node:fs");

const file = process.env.SALESBOOK_WATCHED;

const doors = [
  [require("node:net").Socket.prototype, ["connect"]],
  [require("node:net").Server.prototype, ["listen"]],
  [require("node:tls"), ["connect"]],
  [require("node:dgram"), ["createSocket"]],
  [require("node:http"), ["request", "get"]],
  [require("node:https"), ["request", "get"]],
  [require("node:http2"), ["connect"]],
  [require("node:dns"), ["lookup", "resolve", "resolve4", "resolve6", "resolveTxt", "reverse"]],
  [require("node:dns/promises"), ["lookup", "resolve", "resolve4", "resolve6", "resolveTxt", "reverse"]],
  [require("node:child_process"), ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]],
  [globalThis, ["fetch", "WebSocket", "EventSource"]],
];

for (const [owner, names] of doors) for (const name of names) if (typeof owner[name] === "function") watch(owner, name);

appendFileSync(file, "watching\n");

function watch(owner, name) {
  const real = owner[name];
  owner[name] = function (...given) {
    appendFileSync(file, `${name} ${said(given[0])}\n`);
    return new.target ? new real(...given) : real.apply(this, given);
  };
}

function said(first) {
  return typeof first === "object" && first !== null ? `${first.host ?? first.hostname ?? ""}:${first.port ?? ""} ${first.path ?? ""}` : String(first);
}

// Which database does an address name, and how is it reached? `clickhouse://crm@warehouse:8123/sales?timeout=300`.

import { isIP } from "node:net";

/** What addresses begin with, and what each means. */
const schemes = {
  clickhouse: { family: "clickhouse", port: 8123, tlsPort: 8443, tls: false },
  clickhouses: { family: "clickhouse", port: 8443, tlsPort: 8443, tls: true },
  postgres: { family: "postgres", port: 5432, tlsPort: 5432, tls: false },
  postgresql: { family: "postgres", port: 5432, tlsPort: 5432, tls: false },
} as const;

const sourceSchemes = Object.keys(schemes) as readonly (keyof typeof schemes)[];
const sourceOptions = ["tls", "timeout", "ca", "host"] as const;

/** A database and the way to it; holds no password. */
export interface Address {
  readonly family: "clickhouse" | "postgres";
  /** A host name or address; a folder, beginning with `/`, where a socket of this machine is. */
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly database: string | null;
  readonly tls: boolean;
  /** A file with the certificates to trust besides those that every program trusts. */
  readonly ca: string | null;
  /** How long a statement may take; null where the address does not say. */
  readonly seconds: number | null;
  /** For who asks: `crm@warehouse:8123/sales`. */
  readonly place: string;
  /** For whoever gets the workbook: `warehouse:8123/sales`, without the account. */
  readonly server: string;
  readonly warnings: readonly SourceWarning[];
}

/** `tls-off`: what is read goes over the network as anybody can read it. */
export type SourceWarning = "tls-off";

export const sourceProblemKinds = ["scheme", "address", "password", "option", "option-value"] as const;
type SourceProblemKind = (typeof sourceProblemKinds)[number];

/** An address that cannot be used; `found` is the scheme or the option, never the address: it may hold a password. */
export class SourceProblem extends Error {
  constructor(readonly kind: SourceProblemKind, readonly found: string) {
    super(`source ${kind}: ${found}`);
    this.name = "SourceProblem";
  }
}

/** Whether a word is the address of a database, known or not, and no path. */
export function isSource(word: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(word);
}

/** What an address names. Throws a SourceProblem. */
export function sourceOf(address: string): Address {
  const word = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase() ?? "";
  const scheme = sourceSchemes.find((known) => known === word);
  if (!scheme) throw new SourceProblem("scheme", word);
  const url = parsed(address);
  const options = optionsOf(url);
  const { family, port, tlsPort, tls: always } = schemes[scheme];
  const host = options.host ?? decoded(url.hostname).replace(/^\[(.*)\]$/, "$1");
  if (host === "") throw new SourceProblem("address", scheme);
  const tls = always || (options.tls ?? !isThisMachine(host));
  if (always && options.tls === false) throw new SourceProblem("option-value", "tls");
  const named = { host, port: url.port === "" ? (tls ? tlsPort : port) : Number(url.port), user: decoded(url.username) || null, database: decoded(url.pathname.slice(1)) || null };
  return {
    family,
    ...named,
    tls,
    ca: options.ca,
    seconds: options.seconds,
    place: placeOf(named),
    server: placeOf({ ...named, user: null }),
    warnings: !tls && !isThisMachine(host) ? ["tls-off"] : [],
  };
}

/** Whether nothing that is sent there leaves this machine. */
function isThisMachine(host: string): boolean {
  return host.startsWith("/") || host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** A password with a `/`, `?` or `#` in it makes the rest of the address look like a path: whatever has an `@` too late is taken for one. */
function parsed(address: string): URL {
  // A name before no host (`crm@/sales?host=/run`) is usual for sockets, but no URL.
  const whole = address.replace(/^([^/]*\/\/[^/?#]*@)\//, "$1localhost/");
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const authority = /^[^/]*\/\/([^/?#]*)/.exec(address)?.[1] ?? "";
  const late = address.slice(address.indexOf(authority) + authority.length);
  if (url?.password || late.includes("@") || /[?&]pass(word|wd)?=/i.test(address)) throw new SourceProblem("password", "");
  if (!url) throw new SourceProblem(/:.*@/.test(authority) ? "password" : "address", "");
  return url;
}

function optionsOf(url: URL) {
  for (const name of url.searchParams.keys()) {
    if (!sourceOptions.some((known) => known === name)) throw new SourceProblem("option", name);
  }
  const get = (name: (typeof sourceOptions)[number]) => url.searchParams.get(name);
  const [tls, timeout, ca, host] = [get("tls"), get("timeout"), get("ca"), get("host")];
  if (tls !== null && tls !== "on" && tls !== "off") throw new SourceProblem("option-value", "tls");
  if (timeout !== null && !/^[1-9]\d{0,4}$/.test(timeout)) throw new SourceProblem("option-value", "timeout");
  if (host !== null && !host.startsWith("/")) throw new SourceProblem("option-value", "host");
  return { tls: tls === null ? null : tls === "on", seconds: timeout === null ? null : Number(timeout), ca, host };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new SourceProblem("address", "");
  }
}

function placeOf({ host, port, user, database }: Pick<Address, "host" | "port" | "user" | "database">): string {
  return `${user === null ? "" : `${user}@`}${host.includes(":") ? `[${host}]` : host}:${port}${database === null ? "" : `/${database}`}`;
}

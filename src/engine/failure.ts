// Why did the way to a server fail? What Node says of sockets and certificates, and the first line of what the server said.

import type { ProblemKind } from "./engine";

/** What a failure of the network or of TLS is; null where it is neither. `open` when there was a connection before. */
export function networkKind(error: unknown, open: boolean): ProblemKind | null {
  const code = codeOf(error);
  const message = messageOf(error);
  if (/^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/.test(code)) return "tls";
  if (/does not support SSL|error performing SSL|before secure TLS connection/i.test(message)) return "tls";
  if (["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ENOENT", "EHOSTDOWN"].includes(code)) return open ? "lost" : "unreachable";
  if (["ECONNREFUSED", "EACCES"].includes(code)) return open ? "lost" : "refused";
  if (["ECONNRESET", "EPIPE", "ECONNABORTED", "ERR_STREAM_PREMATURE_CLOSE", "HPE_INVALID_EOF_STATE"].includes(code)) return open ? "lost" : "unreachable";
  if (/socket hang up|aborted|connection terminated|connection ended|client was closed|not queryable|premature close/i.test(message)) return open ? "lost" : "unreachable";
  if (/timeout expired|timeout error|query read timeout/i.test(message)) return open ? "time-out" : "unreachable";
  return null;
}

/** The first line of what was said, without the password, however it got there. */
export function detailOf(error: unknown, password: string | null): string {
  const [line = ""] = (messageOf(error) || codeOf(error)).trim().split("\n");
  return password ? line.replaceAll(password, "***") : line;
}

/** The code that Node, a driver or a server gives an error; "" where there is none. */
export function codeOf(error: unknown): string {
  const { code } = fieldsOf(error);
  return typeof code === "string" ? code : "";
}

/** What an error says; of several attempts (`localhost` is two addresses) the first. */
export function messageOf(error: unknown): string {
  const { message, errors } = fieldsOf(error);
  if (!message && Array.isArray(errors)) return messageOf(errors[0]);
  return typeof message === "string" ? message : String(error);
}

/** Errors of Node's own are not of our realm in a test: they are known by what they have. */
function fieldsOf(error: unknown): { readonly code?: unknown; readonly message?: unknown; readonly errors?: unknown } {
  return typeof error === "object" && error !== null ? error : {};
}

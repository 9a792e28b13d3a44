import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

const SECRETS = [
  "password",
  "token",
  "key",
  "secret",
  "authorization",
  "cookie",
  "set-cookie",
  "new_password",
  "old_password",
];
const paths = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** Lines of JSON with ISO times; what could sign someone in is blanked up to three levels deep. */
export function createLog(
  level: "debug" | "info" | "warn" | "error" | "silent",
  destination?: DestinationStream,
): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (name: string) => ({ level: name }) },
    redact: { paths, censor: "[hidden]" },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What a reader of the log needs of an error, but not the values of the failed statement: they are customers'
 * data.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = ["code", "schema", "table", "column", "constraint", "position", "routine"];
  const known = Object.entries(error).filter(([name, value]) => fields.includes(name) && value !== undefined);
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...Object.fromEntries(known),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}

/** For tests: only errors. */
export const quietLog = (): Log => createLog("error");

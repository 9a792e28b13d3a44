import pg from "pg";

/** As far as the driver lets one speak the protocol by hand. */
interface Wire {
  readonly ssl: unknown;
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
  once(event: "connect" | "sslconnect" | "end" | "error", heard: () => void): void;
  readonly stream: { end(): void; destroy(): void };
}
interface Running {
  readonly processID: number | null;
  readonly secretKey: number | null;
}
const PATIENCE_MS = 2000;

/**
 * Asks the server to end what `client` is running, over a connection of its own, as the protocol has it: it
 * works through poolers, and while every connection of the pool is taken. Resolves once the server has heard
 * it; one that does not answer is not waited for.
 */
export function cancelStatement(settings: pg.ClientConfig, client: pg.ClientBase): Promise<void> {
  const { processID, secretKey } = client as unknown as Running;
  if (processID === null || secretKey === null) return Promise.resolve();
  const other = new pg.Client(settings);
  const wire = (other as unknown as { readonly connection: Wire }).connection;
  return new Promise((resolve) => {
    const timer = setTimeout(() => wire.stream.destroy(), PATIENCE_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const say = (): void => wire.cancel(processID, secretKey);
    wire.once("error", end);
    wire.once("end", end);
    if (wire.ssl) {
      wire.once("connect", () => wire.requestSsl());
      wire.once("sslconnect", say);
    } else wire.once("connect", say);
    if (other.host.startsWith("/")) wire.connect(`${other.host}/.s.PGSQL.${other.port}`);
    else wire.connect(other.port, other.host);
  });
}

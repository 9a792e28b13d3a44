import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";

export interface TinyPooler {
  /** The database of `url` through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

const SSL_REQUEST = 80877103;
const GREETING = Buffer.concat([
  message("R", Buffer.alloc(4)),
  message("K", Buffer.alloc(8)),
  message("Z", Buffer.from("I")),
]);

/**
 * A transaction pooler, for machines without PgBouncer: each transaction is done by the session of the server
 * that was used last, and nothing that belongs to a session is carried along. For the database of `url`,
 * which names a socket and wants no password.
 */
export async function startTinyPooler(url: string, size = 20): Promise<TinyPooler> {
  const { searchParams, username, pathname } = new URL(url);
  const pool = new Sessions(
    join(searchParams.get("host") ?? "", ".s.PGSQL.5432"),
    username,
    decodeURIComponent(pathname.slice(1)),
    size,
  );
  const clients = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    clients.add(socket);
    socket.once("close", () => clients.delete(socket));
    serveClient(socket, pool);
  });
  const port = await listening(server);
  return {
    url: `postgres://${username}@127.0.0.1:${port}${pathname}`,
    async stop() {
      for (const client of clients) client.destroy();
      pool.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Session {
  readonly socket: Socket;
  /** Who has it now. */
  heard: (kind: string, whole: Buffer) => void;
}

class Sessions {
  readonly #idle: Session[] = [];
  readonly #waiting: ((session: Session) => void)[] = [];
  readonly #all = new Set<Socket>();
  constructor(
    private readonly path: string,
    private readonly user: string,
    private readonly database: string,
    private readonly size: number,
  ) {}

  take(): Promise<Session> {
    const session = this.#idle.pop();
    if (session) return Promise.resolve(session);
    if (this.#all.size < this.size) return this.#open();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
  giveBack(session: Session): void {
    session.heard = () => undefined;
    const next = this.#waiting.shift();
    if (next) next(session);
    else this.#idle.push(session);
  }
  close(): void {
    for (const socket of this.#all) socket.destroy();
  }

  #open(): Promise<Session> {
    const socket = connect(this.path);
    this.#all.add(socket);
    socket.once("close", () => this.#all.delete(socket)).on("error", () => undefined);
    const parameters = Buffer.from(`user\0${this.user}\0database\0${this.database}\0\0`);
    socket.write(Buffer.concat([number(parameters.length + 8), number(196608), parameters]));
    return new Promise((resolve) => {
      const session: Session = { socket, heard: (kind) => kind === "Z" && resolve(session) };
      onMessages(socket, (kind, whole) => session.heard(kind, whole));
    });
  }
}

function serveClient(socket: Socket, pool: Sessions): void {
  let session: Session | undefined;
  let asked: Promise<void> | undefined;
  let answers = 0;
  const waiting: Buffer[] = [];
  const heard = (kind: string, whole: Buffer): void => {
    socket.write(whole);
    if (kind !== "Z" || (answers -= 1) > 0 || whole.at(-1) !== "I".charCodeAt(0) || !session) return;
    pool.giveBack(session);
    session = asked = undefined;
  };
  const take = async (): Promise<void> => {
    const taken = await pool.take();
    if (socket.destroyed) return pool.giveBack(taken);
    session = taken;
    session.heard = heard;
    for (const part of waiting.splice(0)) session.socket.write(part);
  };
  socket.on("error", () => undefined).once("close", () => session?.socket.destroy());
  onGreeted(socket, () =>
    onMessages(socket, (kind, whole) => {
      if (kind === "X") return void socket.end();
      if (kind === "Q" || kind === "S") answers += 1;
      if (session) session.socket.write(whole);
      else waiting.push(whole);
      asked ??= take();
    }),
  );
}

/** Refuses encryption and lets everybody in. */
function onGreeted(socket: Socket, greeted: () => void): void {
  socket.once("data", (first: Buffer) => {
    if (first.readInt32BE(4) === SSL_REQUEST) {
      socket.write("N");
      return onGreeted(socket, greeted);
    }
    greeted();
    socket.write(GREETING);
  });
}

/** Messages of either side: a letter, the length of what follows with its own four bytes, and that. */
function onMessages(socket: Socket, heard: (kind: string, whole: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const whole = rest.subarray(0, rest.readInt32BE(1) + 1);
      rest = rest.subarray(whole.length);
      heard(String.fromCharCode(whole[0] ?? 0), whole);
    }
  });
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
function message(kind: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), number(content.length + 4), content]);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    }),
  );
}

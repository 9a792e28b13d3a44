import { BlockList, isIP, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Patience } from "./patience.ts";

/**
 * Bounds what connections cost by themselves: so many of one address and of all, and answers that nobody
 * takes. Where there are too many, the one that has been idle longest goes: to close such a one is always
 * allowed, a browser opens another.
 */
export function holdConnections(
  app: FastifyInstance,
  patience: Patience,
  trustedProxies: readonly string[],
): void {
  const all = new Set<Connection>();
  const bySocket = new WeakMap<Socket, Connection>();
  const byAddress = new Map<string, Set<Connection>>();
  const isProxy = addressesOf(trustedProxies);
  // Nobody connected: nothing to look at, and no clock that wakes for it.
  let looking: NodeJS.Timeout | undefined;
  const rest = (): void => {
    clearInterval(looking);
    looking = undefined;
  };
  app.server.on("connection", (socket: Socket) => {
    const connection = new Connection(socket);
    const ofOne = byAddress.get(connection.address) ?? new Set();
    const most = isProxy(connection.address) ? Number.POSITIVE_INFINITY : patience.connectionsOfOne;
    if (
      (ofOne.size >= most && !closeOneIdle(ofOne)) ||
      (all.size >= patience.connections && !closeOneIdle(all))
    )
      return void socket.destroy();
    byAddress.set(connection.address, ofOne.add(connection));
    all.add(connection);
    looking ??= setInterval(() => lookAtAnswers(all, patience), patience.lookMs).unref();
    bySocket.set(socket, connection);
    socket.once("close", () => {
      all.delete(connection);
      if (all.size === 0) rest();
      ofOne.delete(connection);
      if (ofOne.size === 0 && byAddress.get(connection.address) === ofOne)
        byAddress.delete(connection.address);
    });
  });
  app.server.on("request", ({ socket }, response) => {
    const connection = bySocket.get(socket);
    if (!connection) return;
    connection.busy += 1;
    response.once("close", () => (connection.busy -= 1));
  });
  app.addHook("onClose", async () => rest());
}

class Connection {
  readonly address: string;
  /** Requests under way. */
  busy = 0;
  /** When its answer was first seen to wait. */
  waitsSince: number | null = null;
  constructor(readonly socket: Socket) {
    this.address = socket.remoteAddress ?? "";
  }
}

/** Sets are in the order in which they were filled: the first idle one is the oldest. */
function closeOneIdle(connections: Iterable<Connection>): boolean {
  for (const { socket, busy } of connections)
    if (busy === 0 && !socket.destroyed) {
      socket.destroy();
      return true;
    }
  return false;
}

/**
 * Ends those whose answers are not taken: a socket's own clock sees every byte that leaves, and the longest
 * waiting go where all of them hold too much.
 */
function lookAtAnswers(all: ReadonlySet<Connection>, { unreadMs, unreadBytes }: Patience): void {
  const waiting: Connection[] = [];
  let held = 0;
  for (const connection of all) {
    const { socket, busy } = connection;
    const waits = busy > 0 && socket.writableLength > 0;
    if (waits) {
      waiting.push(connection);
      held += socket.writableLength;
      if (connection.waitsSince === null) socket.setTimeout(unreadMs);
      connection.waitsSince ??= Date.now();
    } else if (connection.waitsSince !== null) {
      connection.waitsSince = null;
      if (busy > 0) socket.setTimeout(0);
    }
  }
  if (held <= unreadBytes) return;
  for (const { socket } of waiting.toSorted((a, b) => (a.waitsSince ?? 0) - (b.waitsSince ?? 0))) {
    if (held <= unreadBytes) return;
    held -= socket.writableLength;
    socket.destroy();
  }
}

/** Whether an address is among addresses and networks. */
function addressesOf(list: readonly string[]): (address: string) => boolean {
  const block = new BlockList();
  for (const one of list) {
    const [address = "", prefix] = one.split("/");
    const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) block.addAddress(address, kind);
    else block.addSubnet(address, Number(prefix), kind);
  }
  return (address) => isIP(address) !== 0 && block.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

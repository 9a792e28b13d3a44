import pg from "pg";

const streamOf = (client: pg.ClientBase) =>
  client instanceof pg.Client ? client.connection.stream : undefined;
/** Connections that keep what they are given until the program has nothing more for them. */
const gathering = new WeakSet<object>();

/**
 * What a transaction asks for before it waits leaves in one piece. Each piece is a call of the system and
 * wakes the server: with a piece for each statement, that was a third of what a write took of the processor.
 */
export function gather(client: pg.ClientBase): void {
  const stream = streamOf(client);
  if (!stream || gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  const go = (): void => {
    gathering.delete(stream);
    stream.uncork();
  };
  // Once everything that waits for nothing has come as far as it can.
  queueMicrotask(() => process.nextTick(go));
}

/** What `send` gives to the connection leaves in one piece: the server is woken once. */
export function atOnce(
  client: pg.ClientBase,
  send: () => readonly Promise<object[]>[],
): Promise<PromiseSettledResult<object[]>[]> {
  const stream = streamOf(client);
  stream?.cork();
  try {
    return Promise.allSettled(send());
  } finally {
    stream?.uncork();
  }
}

import { createServer } from "node:net";

/**
 * Below the ports that systems give to outgoing connections: nobody has it by chance before it is used, or
 * while who uses it starts again.
 */
const [FIRST, PAST] = [12_000, 32_000];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (PAST - FIRST));
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

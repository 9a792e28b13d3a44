import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { keepRunning } from "../platform/postgres/keep-running.ts";
import { recoverPidFile } from "../platform/postgres/recover-pid-file.ts";
import {
  following,
  type Ground,
  makeStandby,
  newCluster,
  startOn,
  type TestServer,
} from "./postgres-server.ts";

export interface LastingServer extends TestServer {
  /** SIGKILL for its first process. */
  kill(): void;
  /** Each follows it by streaming, asynchronously. */
  readonly replicas: readonly LastingReplica[];
}
export interface LastingReplica {
  readonly url: string;
  /** SIGKILL for its first process; started again after `ms`. */
  kill(ms: number): Promise<void>;
  /** All of its processes stand still for `ms`: nobody is answered, and no line is lost. */
  freeze(ms: number): Promise<void>;
}

const SETTINGS = {
  max_connections: "200",
  shared_buffers: "128MB",
  jit: "off",
  max_wal_size: "2GB",
  wal_keep_size: "2GB",
};
const TRIES = 20;

/**
 * A server that keeps what it acknowledges, and is started again whenever it dies, as a service manager
 * would.
 */
export async function startLastingServer(replicas = 0): Promise<LastingServer> {
  const ground = await newCluster(process.env["SLUICE_TEST_POSTGRES"]);
  const folders = Array.from({ length: replicas }, (_, at) => `replica-${at + 1}`);
  for (const folder of folders) makeStandby(ground, folder);
  const directory = join(ground.root, "data");
  let pid = 0;
  let url = "";
  const events = { restarted: () => undefined, lost: (error: unknown) => console.error(error) };
  const server = await keepRunning(events, async (died) => {
    await recoverPidFile(directory);
    const started = await startOn(ground, "data", SETTINGS, died);
    ({ pid, url } = started);
    return started;
  });
  const followers: Follower[] = [];
  for (const folder of folders) followers.push(await Follower.start(ground, folder, url));
  return {
    url,
    replicas: followers,
    major: ground.binaries.major,
    // Where it is dead already, it is about to be started again.
    kill: () => void (existsSync(`/proc/${pid}`) && process.kill(pid, "SIGKILL")),
    async stop() {
      for (const follower of followers) await follower.stop();
      await server.stop();
      ground.remove();
    },
  };
}

class Follower implements LastingReplica {
  readonly url: string;
  #server: TestServer & { readonly pid: number };
  /** One thing is done to it at a time. */
  #last: Promise<void> = Promise.resolve();

  static async start(ground: Ground, folder: string, primary: string): Promise<Follower> {
    const start = () => startOn(ground, folder, { ...SETTINGS, ...following(primary) });
    return new Follower(join(ground.root, folder), start, await start());
  }
  private constructor(
    private readonly directory: string,
    private readonly start: () => Promise<TestServer & { readonly pid: number }>,
    server: TestServer & { readonly pid: number },
  ) {
    this.#server = server;
    this.url = server.url;
  }

  kill = (ms: number): Promise<void> =>
    this.#next(async () => {
      process.kill(this.#server.pid, "SIGKILL");
      await pause(ms);
      await recoverPidFile(this.directory);
      this.#server = await this.#startAgain();
    });

  freeze = (ms: number): Promise<void> =>
    this.#next(async () => {
      const frozen = this.#processes();
      for (const pid of frozen) signal(pid, "SIGSTOP");
      await pause(ms);
      for (const pid of frozen) signal(pid, "SIGCONT");
    });

  stop = (): Promise<void> => this.#next(() => this.#server.stop());

  #next(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  /** Sessions of the dead one may hold its memory for a moment. */
  async #startAgain(): Promise<TestServer & { readonly pid: number }> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.start();
      } catch (error) {
        if (tried === TRIES) throw error;
        await pause(200);
      }
    }
  }

  /** All of them work in its directory. */
  #processes(): number[] {
    const isOurs = (pid: string): boolean => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === this.directory;
      } catch {
        return false;
      }
    };
    return readdirSync("/proc")
      .filter((pid) => /^\d+$/.test(pid) && isOurs(pid))
      .map(Number);
  }
}

function signal(pid: number, name: "SIGSTOP" | "SIGCONT"): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

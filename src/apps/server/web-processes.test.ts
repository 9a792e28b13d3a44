import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMIN } from "../../testing/app.ts";
import { type ServerProcess, serverProcess } from "../../testing/server-process.ts";
import { StubbornClient } from "../../testing/stubborn-client.ts";

let server: ServerProcess;
let client: StubbornClient;
beforeAll(async () => {
  server = await serverProcess({
    SLUICE_ADMIN_LOGIN: ADMIN.login,
    SLUICE_ADMIN_PASSWORD: ADMIN.password,
    SLUICE_WEB_PROCESSES: "2",
  });
  await server.start();
  client = new StubbornClient(server.url, ADMIN);
}, 180_000);
afterAll(async () => {
  await server.killNode();
  server.remove();
});

/** The processes that answer: each has its number from the one that began it. */
function webProcesses(): number[] {
  const port = new URL(server.url).port;
  const environmentOf = (pid: string): string[] => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    } catch {
      return [];
    }
  };
  const pids = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid));
  return pids
    .filter((pid) => {
      const environment = environmentOf(pid);
      return (
        environment.includes(`PORT=${port}`) && environment.some((one) => one.startsWith("NODE_UNIQUE_ID="))
      );
    })
    .map(Number);
}

test("several processes answer on one port beside one embedded PostgreSQL: what one is told all know, one that dies is replaced, all end together", async () => {
  const [first = 0, second = 0] = webProcesses();
  expect([first, second].every((pid) => pid > 0)).toBe(true);
  const label = { "zh-CN": "设备", en: "Machine" };
  expect((await client.post("/objects", { name: "machine", label })).status).toBe(201);
  // Connections go round: these ask both.
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, at) => client.post("/records/machine_c", { name: `机床 ${at}` })),
  );
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));

  process.kill(first, "SIGKILL");
  expect((await client.post("/records/machine_c", { name: "同时" })).status).toBe(201);
  await expect.poll(() => webProcesses().filter((pid) => pid !== first).length, { timeout: 60_000 }).toBe(2);
  expect((await client.get("/records/machine_c?limit=50")).json.data).toHaveLength(9);
  expect(server.hasDied()).toBe(false);

  expect(await server.stop()).toBe(0);
  expect([...webProcesses(), ...server.left()]).toEqual([]);
}, 180_000);

test("with the process that began them, killed by force, all are gone", async () => {
  await server.start();
  const [parent] = server.left();
  const before = webProcesses();
  expect(before).toHaveLength(2);
  expect(parent).toBeDefined();
  const starter = Number(readFileSync(`/proc/${before[0]}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  process.kill(starter, "SIGKILL");
  await expect.poll(() => webProcesses(), { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => server.left(), { timeout: 30_000 }).toEqual([]);
}, 180_000);

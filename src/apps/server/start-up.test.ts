import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../testing/free-port.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(root, "node_modules", ".sluice-start-")); // Beside the packages that the bundle needs.
const program = join(folder, "web.mjs");
const data = mkdtempSync(join(tmpdir(), "sluice-start-"));
const running = new Set<ChildProcess>();

beforeAll(() =>
  build({
    absWorkingDir: root,
    entryPoints: ["src/apps/server/web.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  }),
);
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  for (const path of [folder, data]) rmSync(path, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(environment: Record<string, string>): Started {
  const env = { PATH: process.env["PATH"], SLUICE_DATA_DIR: data, LANG: "en_GB.UTF-8", ...environment };
  const child = spawn(process.execPath, [program], {
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => (running.delete(child), resolve(code))),
  );
  return { child, said: () => text, ended };
}

async function refused(environment: Record<string, string>): Promise<string> {
  const { ended, said } = start(environment);
  expect(await ended, said()).toBe(1);
  return said().trim();
}

async function serving(environment: Record<string, string>): Promise<Started> {
  const started = start(environment);
  await expect.poll(started.said, { timeout: 120_000 }).toContain("Sluice is ready");
  return started;
}

const left = (): string => spawnSync("pgrep", ["-f", data], { encoding: "utf8" }).stdout.trim();

test("it starts, refuses a second instance, and survives every kind of end", async () => {
  const port = String(await freePort());
  const first = await serving({ PORT: port, SLUICE_METRICS_TOKEN: "a-token-for-metrics" });
  const base = `http://localhost:${port}`;
  expect(await (await fetch(`${base}/api/health`)).json()).toMatchObject({
    status: "ok",
    version: expect.any(String),
    database: expect.stringContaining("PostgreSQL"),
  });
  expect((await fetch(`${base}/api/metrics`)).status).toBe(401);
  const metrics = await fetch(`${base}/api/metrics`, {
    headers: { authorization: "Bearer a-token-for-metrics" },
  });
  expect(await metrics.text()).toContain("http_request_seconds_count");

  expect(await refused({ PORT: String(await freePort()) })).toBe(
    `The data directory ${data} is in use by another Sluice process (${first.child.pid}).`,
  );
  expect(await refused({ PORT: port })).toBe(`Port ${port} is already in use. Choose another with PORT.`);
  expect(await refused({ PORT: port, LANG: "zh_CN.UTF-8" })).toBe(
    `端口 ${port} 已被占用，请用 PORT 另选一个。`,
  );

  process.kill(-(first.child.pid ?? 0), "SIGKILL");
  await expect.poll(left, { timeout: 20_000 }).toBe("");

  const second = await serving({ PORT: port });
  process.kill(
    Number(readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]),
    "SIGKILL",
  );
  await expect
    .poll(() => fetch(`${base}/api/health`).then((answer) => answer.status), { timeout: 60_000 })
    .toBe(200);
  expect((await fetch(`${base}/api/metrics`)).status).toBe(404);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(left()).toBe("");
}, 360_000);

test("what cannot work is one sentence and exit code 1", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  const PORT = String(await freePort());
  expect(await refused({ PORT: "no" })).toBe(
    "The setting PORT has the value “no”, but it must be a whole number from 1 to 65535.",
  );
  for (const SLUICE_HOST of ["nowhere.invalid", "fe80::1"])
    expect(await refused({ PORT, SLUICE_HOST })).toBe(
      `This machine does not have the address ${SLUICE_HOST}. Check SLUICE_HOST.`,
    );
  expect(await refused({ PORT, SLUICE_DATA_DIR: join(file, "data") })).toMatch(
    /^The data directory .* cannot be written to \(ENOTDIR\).*\.$/,
  );
  const unreachable = await refused({
    PORT,
    SLUICE_DATA_DIR: join(folder, "given"),
    DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${await freePort()}/x`,
  });
  expect(unreachable).toMatch(/^Could not connect to the database in DATABASE_URL \(.*\)\.$/);
  expect(unreachable).not.toContain("hunter2");
  expect(readdirSync(join(folder, "given"))).not.toContain("postgres");
});

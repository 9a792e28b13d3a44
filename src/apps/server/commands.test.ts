import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sluice-commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Script = keyof typeof packageJson.scripts;
/** Those that start something, read or write an installation. */
const COMMANDS = (Object.keys(packageJson.scripts) as Script[]).filter(
  (name) => !["build", "check", "format", "test", "types"].includes(name),
);
let runs = 0;
/** Each starts a dozen programs. */
const PATIENCE = { timeout: 600_000 };

/** As npm runs it, on a data directory that is not there. */
async function run(script: Script, args: string, environment: Readonly<Record<string, string>> = {}) {
  const data = join(folder, `data-${(runs += 1)}`);
  const env = {
    PATH: process.env["PATH"],
    LANG: "en_GB.UTF-8",
    npm_lifecycle_event: script,
    SLUICE_DATA_DIR: data,
    ...environment,
  };
  const child = spawn("/bin/sh", ["-c", `${packageJson.scripts[script]} ${args}`], { cwd: root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said: said.trim(), begun: existsSync(data) };
}

async function twoAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all([next(), next()]);
}

test(
  "no command takes an option that it does not know: one sentence with those that it knows, exit code 2, and nothing is begun",
  PATIENCE,
  async () => {
    expect(COMMANDS).toEqual(
      expect.arrayContaining([
        "start",
        "worker",
        "backup",
        "restore",
        "files",
        "erasures",
        "workspace",
        "audit",
        "replay",
        "recount",
        "seed",
      ]),
    );
    await twoAtOnce(COMMANDS, async (name) => {
      const { code, said, begun } = await run(name, "--prot 4000");
      expect(said, name).toMatch(
        /^npm (start|run \w+) does not know “--prot”\. (Usage: )?npm (start|run \w+) .+\.?$/,
      );
      expect(said).toContain(name === "start" ? "npm start" : `npm run ${name}`);
      expect({ code, begun }, said).toEqual({ code: 2, begun: false });
    });
  },
);

test("what is missing, wrong or too much is said in the language of the terminal", PATIENCE, async () => {
  const wrong: readonly [Script, string, string][] = [
    [
      "start",
      "4000",
      "npm start 没有参数“4000”。用法：npm start -- [--demo] [--worker]；端口等设置用环境变量，例如 PORT=4000 npm start。",
    ],
    [
      "restore",
      "a.tar --erasures",
      "--erasures 后面缺少值。用法：npm run restore -- 文件名 [--erasures 清单文件]",
    ],
    ["files", "--to /mnt/files", "“/mnt/files”不是 s3://存储桶/前缀，也不是 directory。"],
    ["audit", "--noted 12", "--noted 的格式是 编号:摘要"],
    [
      "workspace",
      "list --host a.example.com",
      "用法：npm run workspace -- list，或 npm run workspace -- add 代码 [--host 主机名]",
    ],
    ["seed", "--size 5k", "--size 只能是 1k、10k、100k 或 1m。"],
    ["chaos", "--minutes soon", "--minutes 应为大于 0、不超过 1440 的数字。"],
  ];
  for (const [name, args, sentence] of wrong)
    expect(await run(name, args, { SLUICE_LANGUAGE: "zh-CN" })).toEqual({
      code: 2,
      said: sentence,
      begun: false,
    });
});

test(
  "a setting or a place that cannot be is one sentence of a command, and a setting that is misspelled is told before",
  PATIENCE,
  async () => {
    expect(await run("recount", "", { PORT: "https" })).toEqual({
      code: 1,
      said: "The setting PORT has the value “https”, but it must be a whole number from 1 to 65535.",
      begun: false,
    });
    const file = join(folder, "nowhere", "list.json");
    expect(await run("erasures", file)).toEqual({
      code: 1,
      said: `The file ${file} cannot be written (ENOENT).`,
      begun: false,
    });
    const { said } = await run("recount", "", {
      DATABASE_URL: "postgres://u:hunter2@127.0.0.1:1/x",
      SLUICE_DATADIR: "/data",
    });
    expect(said.split("\n")).toEqual([
      "There is no setting SLUICE_DATADIR; it is ignored. Did you mean SLUICE_DATA_DIR?",
      expect.stringMatching(/^Could not connect to the database in DATABASE_URL \(.*\)\.$/),
    ]);
  },
);

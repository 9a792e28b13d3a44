import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { StartRefused } from "./start-refused.ts";

const sentence = (environment: NodeJS.ProcessEnv, language: "zh-CN" | "en" = "en"): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof StartRefused) return error.sentence(language);
    throw error;
  }
  return "accepted";
};

test("defaults, and an empty setting counts as none", () => {
  expect(
    readSettings({ PORT: "", SLUICE_PUBLIC_URL: "https://crm.example.com/" }, new Set(["demo"])),
  ).toMatchObject({
    port: 3000,
    host: undefined,
    databaseUrl: undefined,
    publicUrl: "https://crm.example.com",
    trustedProxies: ["127.0.0.1", "::1"],
    namedStatements: true,
    demo: true,
  });
});

test("each bad setting is one sentence in both languages, and a secret is never repeated", () => {
  expect(sentence({ PORT: "70000" })).toBe(
    "The setting PORT has the value “70000”, but it must be a whole number from 1 to 65535.",
  );
  expect(sentence({ PORT: "3e3" }, "zh-CN")).toBe("设置 PORT 的值“3e3”无效：应为 1 到 65535 的整数。");
  expect(sentence({ DATABASE_URL: "mysql://root:hunter2@db/x" })).toBe(
    "The setting DATABASE_URL is not valid: it must be an address starting with postgres://, with special characters in user and password percent-encoded.",
  );
  expect(sentence({ DATABASE_URL: "postgres://db/x", DATABASE_REPLICA_URL: "db:hunter2" })).toMatch(
    /^The setting DATABASE_REPLICA_URL is not valid: .*start/,
  );
  expect(sentence({ DATABASE_REPLICA_URL: "postgres://db/x" })).toMatch(/requires DATABASE_URL/);
  expect(sentence({ SLUICE_PUBLIC_URL: "crm.example.com" })).toMatch(/http/);
  expect(sentence({ SLUICE_PUBLIC_URL: "https://crm.example.com/sluice" })).toMatch(/without a path/);
  expect(sentence({ SLUICE_TRUSTED_PROXIES: "10.0.0.0/8, everyone" })).toMatch(/addresses or networks/);
  expect(sentence({ SLUICE_TRUSTED_PROXIES: "10.0.0.0/33" })).toMatch(/addresses or networks/);
  expect(sentence({ SLUICE_NAMED_STATEMENTS: "maybe" })).toMatch(/on or off/);
  expect(sentence({ SLUICE_WEB_PROCESSES: "0" })).toMatch(/from 1 to 4/);
  expect(
    sentence({ SLUICE_WEB_PROCESSES: "2", SLUICE_ROLE: "web", DATABASE_URL: "postgres://db/x" }),
  ).toMatch(/only works with SLUICE_ROLE=all/);
  expect(sentence({ SLUICE_ROLE: "both" })).toMatch(/all, web or worker/);
  expect(sentence({ SLUICE_ROLE: "worker" })).toMatch(/Set DATABASE_URL/);
  expect(readSettings({ DATABASE_URL: "postgres://db/x" }, new Set(["worker"])).role).toBe("worker");
  expect(sentence({ SLUICE_ADMIN_LOGIN: "a@example.com" })).toMatch(/together/);
  expect(sentence({ SLUICE_FILES: "/mnt/files" })).toMatch(/s3:\/\/bucket/);
  expect(sentence({ SLUICE_FILES: "s3://files", SLUICE_S3_KEY_ID: "k" })).toMatch(/SLUICE_S3_SECRET/);
});

test("files lie in an object storage where the settings say so: at Amazon by default, else in the path", () => {
  const keys = { SLUICE_S3_KEY_ID: "id", SLUICE_S3_SECRET: "secret" };
  expect(readSettings({}).files).toBeUndefined();
  expect(
    readSettings({ SLUICE_FILES: "s3://files/crm", SLUICE_S3_REGION: "cn-north-1", ...keys }).files,
  ).toEqual({
    bucket: "files",
    prefix: "crm",
    endpoint: "https://s3.cn-north-1.amazonaws.com",
    region: "cn-north-1",
    style: "host",
    keys: { id: "id", secret: "secret" },
  });
  expect(
    readSettings({ SLUICE_FILES: "s3://files", SLUICE_S3_ENDPOINT: "http://minio:9000", ...keys }).files,
  ).toMatchObject({ endpoint: "http://minio:9000", style: "path" });
});

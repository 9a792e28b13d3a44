import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { label, type Label, type Language, LANGUAGES } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { parseS3, type S3Place } from "../storage/s3/place.ts";
import { StartRefused } from "./start-refused.ts";

/** What the environment says, checked. */
export interface Settings {
  readonly port: number;
  /** undefined: 127.0.0.1 and ::1. */
  readonly host: string | undefined;
  readonly dataDirectory: string;
  /** undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** The same database past a transaction pooler, for what listens and holds locks. */
  readonly directUrl: string | undefined;
  /** A streaming replica of it, for reads that can wait a moment. */
  readonly replicaUrl: string | undefined;
  /** undefined: files lie in the data directory. */
  readonly files: S3Place | undefined;
  readonly admin: { readonly login: string; readonly password: string } | undefined;
  /** Origin only, without a trailing slash. */
  readonly publicUrl: string | undefined;
  /** Addresses and networks whose word on where a request came from is believed. */
  readonly trustedProxies: readonly string[];
  readonly namedStatements: boolean;
  readonly metricsToken: string | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Of the terminal. */
  readonly language: Language;
  /** Of a company that is made at this start: SLUICE_LANGUAGE, else Chinese. */
  readonly companyLanguage: Language;
  /** Load the demo company (`--demo`). */
  readonly demo: boolean;
  /** What this process does: answer people, do the work behind (jobs and readers of the log), or both. */
  readonly role: Role;
  /**
   * How many processes answer people; with more than one, this process keeps the database and the work
   * behind.
   */
  readonly webProcesses: number;
}

export type Role = "all" | "web" | "worker";

const messages = defineMessages({
  alone: label(
    "内置的 PostgreSQL 只供一个进程使用；分开运行 web 和 worker 时请设置 DATABASE_URL。",
    "The embedded PostgreSQL serves one process only. Set DATABASE_URL to run web and worker separately.",
  ),
  together: label(
    "SLUICE_WEB_PROCESSES 只用于 SLUICE_ROLE=all；单独的 web 或 worker 请各自启动。",
    "SLUICE_WEB_PROCESSES only works with SLUICE_ROLE=all. Start separate web or worker processes one by one.",
  ),
  without: label("设置 {name} 时必须同时设置 DATABASE_URL。", "{name} also requires DATABASE_URL."),
  bad: label(
    "设置 {name} 的值“{value}”无效：{rule}。",
    "The setting {name} has the value “{value}”, but {rule}.",
  ),
  hidden: label("设置 {name} 无效：{rule}。", "The setting {name} is not valid: {rule}."),
  keys: label(
    "设置 SLUICE_FILES 时必须同时设置 SLUICE_S3_KEY_ID 和 SLUICE_S3_SECRET。",
    "SLUICE_FILES also requires SLUICE_S3_KEY_ID and SLUICE_S3_SECRET.",
  ),
  pair: label(
    "SLUICE_ADMIN_LOGIN 和 SLUICE_ADMIN_PASSWORD 必须同时设置。",
    "SLUICE_ADMIN_LOGIN and SLUICE_ADMIN_PASSWORD must be set together.",
  ),
});
const rules = {
  port: label("应为 1 到 65535 的整数", "it must be a whole number from 1 to 65535"),
  url: label(
    "应为 http:// 或 https:// 开头、不带路径的地址",
    "it must be an address starting with http:// or https:// and without a path",
  ),
  database: label(
    "应为 postgres:// 开头的地址，用户名和密码中的特殊字符要用百分号编码",
    "it must be an address starting with postgres://, with special characters in user and password percent-encoded",
  ),
  role: label("应为 all、web 或 worker", "it must be all, web or worker"),
  processes: label("应为 1 到 4 的整数", "it must be a whole number from 1 to 4"),
  onOff: label("应为 on 或 off", "it must be on or off"),
  token: label("至少 16 个字符", "it must have at least 16 characters"),
  level: label("应为 debug、info、warn 或 error", "it must be debug, info, warn or error"),
  language: label("应为 zh-CN 或 en", "it must be zh-CN or en"),
  files: label(
    "应为 s3://存储桶/前缀，如 s3://crm-files/sluice",
    "it must be s3://bucket/prefix, such as s3://crm-files/sluice",
  ),
  style: label("应为 path 或 host", "it must be path or host"),
  networks: label(
    "应为逗号分隔的 IP 地址或网段，如 10.0.0.5,192.168.8.0/24",
    "it must be IP addresses or networks separated by commas, such as 10.0.0.5,192.168.8.0/24",
  ),
};
const SECRET = new Set([
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "DATABASE_REPLICA_URL",
  "SLUICE_METRICS_TOKEN",
  "SLUICE_S3_SECRET",
]);

const port = /^\d{1,5}$/;
const schema = z.object({
  PORT: z
    .string()
    .refine((text) => port.test(text) && Number(text) >= 1 && Number(text) <= 65535, "port")
    .transform(Number)
    .default(3000),
  SLUICE_HOST: z.string().optional(),
  SLUICE_DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.string().refine(isDatabase, "database").optional(),
  DATABASE_DIRECT_URL: z.string().refine(isDatabase, "database").optional(),
  DATABASE_REPLICA_URL: z.string().refine(isDatabase, "database").optional(),
  SLUICE_FILES: z
    .string()
    .refine((text) => parseS3(text) !== undefined, "files")
    .optional(),
  SLUICE_S3_ENDPOINT: z
    .string()
    .refine(isOrigin, "url")
    .transform((text) => new URL(text).origin)
    .optional(),
  SLUICE_S3_REGION: z.string().default("us-east-1"),
  SLUICE_S3_STYLE: z.enum(["path", "host"], "style").optional(),
  SLUICE_S3_KEY_ID: z.string().optional(),
  SLUICE_S3_SECRET: z.string().optional(),
  SLUICE_ADMIN_LOGIN: z.string().optional(),
  SLUICE_ADMIN_PASSWORD: z.string().optional(),
  SLUICE_PUBLIC_URL: z
    .string()
    .refine(isOrigin, "url")
    .transform((text) => new URL(text).origin)
    .optional(),
  SLUICE_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(",").map((one) => one.trim()))
    .refine((all) => all.every(isNetwork), "networks")
    .optional(),
  SLUICE_NAMED_STATEMENTS: z.enum(["on", "off"], "onOff").default("on"),
  SLUICE_ROLE: z.enum(["all", "web", "worker"], "role").default("all"),
  SLUICE_WEB_PROCESSES: z
    .string()
    .refine((text) => /^[1-4]$/.test(text), "processes")
    .transform(Number)
    .default(1),
  SLUICE_METRICS_TOKEN: z.string().min(16, "token").optional(),
  SLUICE_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], "level").default("info"),
  SLUICE_LANGUAGE: z.enum(LANGUAGES, "language").optional(),
});

export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** Reads the settings; an empty one counts as not set. Throws StartRefused on the first bad one. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
  flags: ReadonlySet<"demo" | "worker"> = new Set(),
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  if (!read.success) throw refusalOf(read.error, given);
  const env = read.data;
  if (!env.SLUICE_ADMIN_LOGIN !== !env.SLUICE_ADMIN_PASSWORD) throw new StartRefused(messages.pair);
  const role = flags.has("worker") ? "worker" : env.SLUICE_ROLE;
  if (env.SLUICE_WEB_PROCESSES > 1 && role !== "all") throw new StartRefused(messages.together);
  if (role !== "all" && !env.DATABASE_URL) throw new StartRefused(messages.alone);
  for (const name of ["DATABASE_DIRECT_URL", "DATABASE_REPLICA_URL"] as const)
    if (env[name] && !env.DATABASE_URL) throw new StartRefused(messages.without, { name });
  return {
    port: env.PORT,
    host: env.SLUICE_HOST,
    dataDirectory: resolve(env.SLUICE_DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    directUrl: env.DATABASE_DIRECT_URL,
    replicaUrl: env.DATABASE_REPLICA_URL,
    files: placeOfFiles(env),
    admin:
      env.SLUICE_ADMIN_LOGIN && env.SLUICE_ADMIN_PASSWORD
        ? { login: env.SLUICE_ADMIN_LOGIN, password: env.SLUICE_ADMIN_PASSWORD }
        : undefined,
    publicUrl: env.SLUICE_PUBLIC_URL,
    // A public address says that a proxy stands before us: mostly one on this machine.
    trustedProxies: env.SLUICE_TRUSTED_PROXIES ?? (env.SLUICE_PUBLIC_URL ? ["127.0.0.1", "::1"] : []),
    namedStatements: env.SLUICE_NAMED_STATEMENTS === "on",
    metricsToken: env.SLUICE_METRICS_TOKEN,
    logLevel: env.SLUICE_LOG_LEVEL,
    language: terminalLanguage(environment),
    companyLanguage: env.SLUICE_LANGUAGE ?? "zh-CN",
    demo: flags.has("demo"),
    role,
    webProcesses: env.SLUICE_WEB_PROCESSES,
  };
}

/**
 * The language of the terminal: SLUICE_LANGUAGE, else the locale. Never throws, so that a refusal can be said
 * in it.
 */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const chosen = LANGUAGES.find((language) => language === environment["SLUICE_LANGUAGE"]);
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return chosen ?? (locale.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
}

function refusalOf(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): StartRefused {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? "");
  const found = Object.entries(rules).find(([key]) => key === issue?.message)?.[1];
  return new SettingRefused(
    SECRET.has(name) ? messages.hidden : messages.bad,
    name,
    given[name] ?? "",
    found ?? label("无法读取", "it cannot be read"),
  );
}

/** The rule is itself a text in two languages. */
class SettingRefused extends StartRefused {
  constructor(text: Label, name: string, value: string, rule: Label) {
    const filled = (language: Language): string => text[language].replace("{rule}", rule[language]);
    super(label(filled("zh-CN"), filled("en")), { name, value });
  }
}

/** Amazon wants the bucket before the host name; of others most take it in the path only. */
function placeOfFiles(env: z.infer<typeof schema>): S3Place | undefined {
  const place = env.SLUICE_FILES === undefined ? undefined : parseS3(env.SLUICE_FILES);
  if (!place) return;
  const { SLUICE_S3_KEY_ID: id, SLUICE_S3_SECRET: secret, SLUICE_S3_REGION: region } = env;
  if (!id || !secret) throw new StartRefused(messages.keys);
  return {
    ...place,
    endpoint: env.SLUICE_S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
    region,
    style: env.SLUICE_S3_STYLE ?? (env.SLUICE_S3_ENDPOINT ? "path" : "host"),
    keys: { id, secret },
  };
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    (url?.protocol === "http:" || url?.protocol === "https:") &&
    url.pathname === "/" &&
    !url.search &&
    !url.username
  );
}

/** An address, or one with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const version = isIP(address);
  return (
    version !== 0 &&
    rest.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)))
  );
}

function isDatabase(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

import { openEngine } from "../../src/apps/server/engine.ts";
import type { Closers } from "../../src/apps/server/closers.ts";
import { modules } from "../../src/apps/server/modules.ts";
import { openDatabase } from "../../src/apps/server/open-database.ts";
import type { Context } from "../../src/engine/kernel/context.ts";
import { countTotals } from "../../src/engine/totals/repair-totals.ts";
import { save } from "../../src/engine/record/save.ts";
import { ensureAdministrator } from "../../src/modules/base/identity/public.ts";
import { storePassword } from "../../src/modules/base/identity/server/change-password.ts";
import { hashPassword } from "../../src/modules/base/identity/server/hash-password.ts";
import { readSettings, terminalLanguage } from "../../src/platform/config/settings.ts";
import { warnUnknownSettings } from "../../src/platform/config/unknown-settings.ts";
import { StartRefused } from "../../src/platform/config/start-refused.ts";
import { createLog } from "../../src/platform/log/log.ts";
import { openDataDirectory } from "../../src/platform/postgres/data-directory.ts";
import { say, defineMessages } from "../../src/shared/i18n/messages.ts";
import { label } from "../../src/shared/i18n/label.ts";
import { fill, type Filled } from "./fill.ts";

const messages = defineMessages({
  filled: label(
    "这里已经有 {count} 条客户或商机。生成数据只用于空的系统；确要加在现有数据旁，请加 --force。",
    "There are {count} accounts or opportunities here already. Seeding is for an empty installation; to add beside what is there, say --force.",
  ),
  done: label("完成：{rows}，用时 {seconds} 秒。", "Done: {rows}, in {seconds} s."),
  logins: label("可用密码登录：{logins}", "These may sign in with the password given: {logins}"),
});
const ADMIN = "admin@seed.example";
const language = terminalLanguage(process.env);

export interface Seeding {
  readonly deals: number;
  /** Of those who may sign in; undefined: nobody may. */
  readonly password: string | undefined;
  /** Beside what is there already. */
  readonly isForced: boolean;
}

/** Fills an installation. */
export async function seed(closers: Closers, { deals, password, isForced }: Seeding): Promise<void> {
  const begun = performance.now();
  const settings = readSettings(process.env);
  for (const warning of warnUnknownSettings(process.env, language)) console.warn(warning);
  const { url, db } = await openDatabase(
    settings,
    openDataDirectory(settings.dataDirectory),
    createLog("warn"),
    closers,
  );
  const services = () => ({
    files: {
      put: () => Promise.reject(new Error("no files")),
      open: () => Promise.reject(new Error("no files")),
      delete: () => Promise.resolve(),
    },
    jobs: { enqueue: async () => undefined },
  });
  const engine = await openEngine({ db, modules, services, onError: (error) => console.error(error) });
  closers.add("engine", () => engine.stop());
  const [main] = engine.workspaces;
  if (!main) throw new Error("no workspace");
  const admin = settings.admin ?? (password === undefined ? undefined : { login: ADMIN, password });
  const made = admin && (await ensureAdministrator(await engine.systemContext(main), admin));
  if (made && !made.ok) throw new StartRefused(made.refusal.text);
  const context = await engine.systemContext(main);
  const [found] = await db.query<{ count: number }>({
    text: `select (select count(*) from "${main.schema}".o_account) + (select count(*) from "${main.schema}".o_opportunity) as count`,
  });
  if ((found?.count ?? 0) > 0 && !isForced)
    throw new StartRefused(messages.filled, { count: String(found?.count) });
  const told = (line: string): void =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const filled = await fill(context, { url, deals, told });
  await countTotals(context);
  told("indexes are built; statistics");
  await db.query({ text: "vacuum analyze" });
  await db.query({ text: "checkpoint" });
  if (password) await giveLogins(context, filled, password);
  const rows = Object.entries(filled.rows).map(([table, count]) => `${table} ${count}`);
  console.log(
    say(messages.done, language, {
      rows: rows.join(", "),
      seconds: ((performance.now() - begun) / 1000).toFixed(0),
    }),
  );
}

/** With --password: one of each sight may sign in. */
async function giveLogins(context: Context, { people }: Filled, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const seller = people.sellers[Math.floor(people.sellers.length / 2)];
  const who = {
    "director@seed.example": people.director,
    "manager@seed.example": people.managers.at(-1) ?? "",
    "region@seed.example": people.managers[0] ?? "",
    "seller@seed.example": seller?.id ?? "",
  };
  for (const [login, id] of Object.entries(who)) {
    await save(context, {
      operations: [{ op: "update", object: "user", id, values: { login } }],
      road: "seed",
      mode: "all",
    });
    await context.db.transaction(async (tx) => storePassword(tx, context.workspace, id, hash, false));
  }
  console.log(say(messages.logins, language, { logins: [ADMIN, ...Object.keys(who)].join(", ") }));
}

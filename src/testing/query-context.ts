import { DEFAULT_HOURS } from "../shared/time/week-hours.ts";
import { PROGRAM } from "../engine/kernel/elevate.ts";
import type { Catalog } from "../engine/kernel/catalog.ts";
import type { Context, Workspace } from "../engine/kernel/context.ts";
import type { Database } from "../platform/db/database.ts";
import { queryObjects } from "./query-objects.ts";

const absent = () => Promise.reject(new Error("A world for queries has no such service."));

/** The program's sight of a company that has nothing but records. */
export function queryContext(db: Database, workspace: Workspace, catalog: Catalog): Context {
  const calendar = {
    hours: DEFAULT_HOURS,
    exceptionOn: () => null,
    isWorkingDay: () => true,
    add: (date: string) => date,
    between: () => 0,
  };
  return {
    db,
    workspace,
    catalog,
    shipped: queryObjects,
    follower: {
      follow: () => () => undefined,
      told: () => undefined,
      whenTold: () => () => undefined,
      stop: () => undefined,
    },
    services: { files: { put: absent, open: absent, delete: absent }, jobs: { enqueue: absent } },
    hooks: { derives: [], guards: [], adds: [], subscribers: [] },
    company: { name: "渠成", currency: "CNY", zone: "Asia/Shanghai", language: "zh-CN", calendar },
    principal: PROGRAM,
    language: "zh-CN",
    requestId: "test",
    secret: "a secret of the test",
    now: "2026-03-31T04:00:00.000000Z",
  };
}

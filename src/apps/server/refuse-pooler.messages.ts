import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const poolerMessages = defineMessages({
  pooled: label(
    "DATABASE_URL 经过事务级连接池，后台进程的任务队列在那里无法监听和持锁。请用 DATABASE_DIRECT_URL 给出同一数据库的直连地址，或把连接池改为会话级（pool_mode=session）。",
    "DATABASE_URL leads through a transaction pooler, where a worker's queue can neither listen nor hold its lock. Set DATABASE_DIRECT_URL to the same database past the pooler, or let the pooler keep sessions (pool_mode=session).",
  ),
  indirect: label(
    "DATABASE_DIRECT_URL 同样经过事务级连接池，应为数据库的直连地址。",
    "DATABASE_DIRECT_URL leads through a transaction pooler, too; it must name the database itself.",
  ),
  elsewhere: label(
    "DATABASE_DIRECT_URL 与 DATABASE_URL 不是同一个数据库。",
    "DATABASE_DIRECT_URL and DATABASE_URL are not the same database.",
  ),
  forgetful: label(
    "DATABASE_URL 经过不保留预备语句的连接池，请设置 SLUICE_NAMED_STATEMENTS=off。",
    "DATABASE_URL leads through a pooler that keeps no prepared statements; set SLUICE_NAMED_STATEMENTS=off.",
  ),
  unanswered: label(
    "{name} 指定的数据库没有回答（{cause}）。",
    "The database that {name} names does not answer ({cause}).",
  ),
});

import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const poolerMessages = defineMessages({
  pooled: label(
    "DATABASE_URL 经过事务级连接池，后台进程的任务队列无法在其中监听和持锁。请用 DATABASE_DIRECT_URL 指定同一数据库的直连地址，或把连接池改为会话级（pool_mode=session）。",
    "DATABASE_URL goes through a transaction pooler, where the worker’s queue can neither listen nor hold locks. Set DATABASE_DIRECT_URL to the same database without the pooler, or switch the pooler to session mode (pool_mode=session).",
  ),
  indirect: label(
    "DATABASE_DIRECT_URL 同样经过事务级连接池，应为数据库的直连地址。",
    "DATABASE_DIRECT_URL also goes through a transaction pooler. It must point to the database itself.",
  ),
  elsewhere: label(
    "DATABASE_DIRECT_URL 与 DATABASE_URL 不是同一个数据库。",
    "DATABASE_DIRECT_URL and DATABASE_URL point to different databases.",
  ),
  forgetful: label(
    "DATABASE_URL 经过不保留预备语句的连接池，请设置 SLUICE_NAMED_STATEMENTS=off。",
    "DATABASE_URL goes through a pooler that does not keep prepared statements. Set SLUICE_NAMED_STATEMENTS=off.",
  ),
  unanswered: label(
    "{name} 指定的数据库没有响应（{cause}）。",
    "The database set in {name} does not respond ({cause}).",
  ),
});

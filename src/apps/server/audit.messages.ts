import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const auditCommandMessages = defineMessages({
  whole: label(
    "{workspace}：{seals} 个封存、{rows} 条记录完整无误（变更日志至 {changes}，访问日志至 {access}）",
    "{workspace}: {seals} seals over {rows} rows are intact (changes up to {changes}, access log up to {access})",
  ),
  newest: label(
    "最新封存：{number}:{digest}（请记在别处，下次用 --noted {number}:{digest} 核对）",
    "Latest seal: {number}:{digest} (note it down elsewhere and check it next time with --noted {number}:{digest})",
  ),
  none: label("还没有任何封存", "Nothing has been sealed yet"),
  changed: label("{log} {position}：内容被改动（封存 {seal}）", "{log} {position}: changed (seal {seal})"),
  missing: label("{log} {position}：记录被删除（封存 {seal}）", "{log} {position}: missing (seal {seal})"),
  inserted: label(
    "{log} {position}：记录是后来插入的（封存 {seal}）",
    "{log} {position}: inserted later (seal {seal})",
  ),
  unlinked: label(
    "{log} {position}：封存链在此断开（封存 {seal}）",
    "{log} {position}: the chain is broken here (seal {seal})",
  ),
  unerased: label(
    "{log} {position}：内容缺失，但日志中没有对应的删除申请（封存 {seal}）",
    "{log} {position}: emptied without an erasure request in the log (seal {seal})",
  ),
  replaced: label(
    "封存 {seal} 与记下的不一致：整条链可能被重写",
    "Seal {seal} is not the one noted down: the whole chain may have been rewritten",
  ),
  broken: label(
    "{workspace}：日志被改动，第一处见上（共列出 {count} 处）",
    "{workspace}: the log was tampered with; the first place is listed above ({count} listed)",
  ),
  note: label("编号:摘要", "NUMBER:DIGEST"),
  bad_note: label("--noted 的格式是 编号:摘要", "Write --noted as number:digest"),
});

import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const backupMessages = defineMessages({
  file: label("文件名", "FILE"),
  unwritable: label("无法写入文件 {file}（{cause}）。", "The file {file} cannot be written ({cause})."),
  exists: label("文件 {file} 已存在，请另取文件名。", "The file {file} already exists. Choose another name."),
  nothing: label(
    "{place} 里还没有渠成的数据，没有可备份的内容。",
    "There is no Sluice data in {place}, so there is nothing to back up.",
  ),
  running: label("正在备份，程序可照常使用…", "Backing up. You can keep using the program…"),
  done: label(
    "备份完成：{file}（{size} MB）；{tables} 张表共 {rows} 行，{files} 个文件，时间点 {at}",
    "Backed up to {file} ({size} MB): {tables} tables with {rows} rows, {files} {files|file|files}, as of {at}",
  ),
  digest: label("SHA-256：{digest}", "SHA-256: {digest}"),
  seal: label("{workspace} 的最新封存：{number}:{digest}", "Latest seal of {workspace}: {number}:{digest}"),
  keep: label(
    "备份中包含全部数据和系统密钥，请妥善保管。此后若有个人信息被删除，请用 npm run erasures 导出清单，恢复时一并提供。",
    "The file holds all your data and the installation’s secret: keep it safe. If personal data is erased later, export the list with npm run erasures and supply it when you restore.",
  ),
  erasures: label("已写入 {file}：共 {count} 项删除", "Wrote {file}: {count} {count|erasure|erasures}"),
});

export const restoreMessages = defineMessages({
  list: label("清单文件", "LIST"),
  unreadable: label("无法读取文件 {file}（{cause}）。", "The file {file} cannot be read ({cause})."),
  foreign: label("{file} 不是渠成的备份文件。", "{file} is not a Sluice backup."),
  broken: label(
    "备份文件 {file} 已损坏或不完整（{cause}），未写入任何内容。",
    "The backup {file} is damaged or incomplete ({cause}); nothing was written.",
  ),
  newer: label(
    "备份由更新版本的渠成（{version}）创建，请先升级程序。",
    "The backup was made by a newer Sluice ({version}); upgrade the program first.",
  ),
  bad_list: label(
    "{file} 不是 npm run erasures 导出的清单。",
    "{file} is not a list exported with npm run erasures.",
  ),
  occupied: label(
    "{place} 里已有渠成的数据；恢复只能写入空的数据目录或空数据库。",
    "{place} already holds Sluice data. Restore only into an empty data directory or an empty database.",
  ),
  checked: label(
    "备份文件完好：版本 {version}，PostgreSQL {postgres}，时间点 {at}",
    "The backup is intact: version {version}, PostgreSQL {postgres}, as of {at}",
  ),
  compared: label(
    "已恢复并逐表核对：{tables} 张表共 {rows} 行，{files} 个文件，{jobs} 个待办任务",
    "Restored and compared table by table: {tables} tables with {rows} rows, {files} {files|file|files}, {jobs} waiting {jobs|job|jobs}",
  ),
  erased: label(
    "{workspace}：重新执行了 {count} 项删除",
    "{workspace}: {count} {count|erasure|erasures} reapplied",
  ),
  sealed: label(
    "{workspace}：封存链完整（{seals} 个封存、{rows} 条记录）",
    "{workspace}: the chain of seals is intact ({seals} seals over {rows} rows)",
  ),
  unsealed: label(
    "{workspace}：封存链不完整，请运行 npm run audit 查看",
    "{workspace}: the chain of seals is broken. Run npm run audit for details",
  ),
  counted: label(
    "{workspace}：汇总、搜索与记录一致（核对 {checked} 项）",
    "{workspace}: roll-ups, search and totals match the records ({checked} checked)",
  ),
  uncounted: label(
    "{workspace}：{what} 无法核对：{reason}",
    "{workspace}: {what} could not be checked: {reason}",
  ),
  miscounted: label(
    "{workspace}：{wrong} 项汇总与记录不一致，已更正",
    "{workspace}: {wrong} derived values did not match the records and were corrected",
  ),
  done: label("恢复完成，可以用 npm start 启动。", "Restored. Start the program with npm start."),
  differs: label(
    "恢复的内容与备份不一致（{cause}），数据库已回退。",
    "The restored data does not match the backup ({cause}). The database was rolled back.",
  ),
});

import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const dataDirectoryMessages = defineMessages({
  unwritable: label(
    "数据目录 {directory} 无法写入（{cause}），请检查权限或用 SLUICE_DATA_DIR 另选目录。",
    "The data directory {directory} cannot be written ({cause}); check its permissions or choose another with SLUICE_DATA_DIR.",
  ),
  foreign: label(
    "目录 {directory} 里已有别的文件，不是渠成的数据目录；请用 SLUICE_DATA_DIR 指定一个空目录。",
    "The directory {directory} holds other files and is not a data directory of Sluice; name an empty one with SLUICE_DATA_DIR.",
  ),
  newer: label(
    "数据目录 {directory} 由更新版本的渠成创建，请升级程序。",
    "The data directory {directory} was made by a newer Sluice; upgrade the program.",
  ),
  inUse: label(
    "数据目录 {directory} 正被另一个渠成使用（进程 {pid}）。",
    "Another Sluice (process {pid}) is already running on the data directory {directory}.",
  ),
  noBinaries: label(
    "没有可用的 PostgreSQL：请重新运行 npm ci，或安装 PostgreSQL 15 以上版本，或用 DATABASE_URL 指定数据库。",
    "There is no PostgreSQL to run: run npm ci again, install PostgreSQL 15 or later, or name a database with DATABASE_URL.",
  ),
  root: label(
    "PostgreSQL 不能以 root 身份运行，而其他用户又无法访问 {directory}；请换普通用户启动，或把程序和数据放到其他用户可进入的目录，或设置 DATABASE_URL。",
    "PostgreSQL does not run as root, and no other user can reach {directory}; start as an ordinary user, move program and data to where others may enter, or set DATABASE_URL.",
  ),
  otherMajor: label(
    "数据目录 {directory} 属于 PostgreSQL {found}，而这里只有 {present}；请安装 PostgreSQL {found}，或在原版本上 npm run backup，再恢复到新的数据目录。",
    "The data directory {directory} belongs to PostgreSQL {found}, but only {present} is here; install PostgreSQL {found}, or run npm run backup where it is and restore into a new directory.",
  ),
  no_room: label(
    "{directory} 所在磁盘只剩 {free} MB，首次启动至少需要 {needed} MB；请清理磁盘，或用 SLUICE_DATA_DIR 换一个目录。",
    "Only {free} MB are free on the disk of {directory}; a first start needs {needed} MB. Make room, or choose another directory with SLUICE_DATA_DIR.",
  ),
  full: label(
    "{directory} 所在磁盘已满，无法创建数据库；请清理磁盘后重试。",
    "The disk of {directory} is full: no database can be made. Make room and start again.",
  ),
  failed: label(
    "PostgreSQL 启动失败：{cause}（详见 {log}）。",
    "PostgreSQL did not start: {cause} (see {log}).",
  ),
});

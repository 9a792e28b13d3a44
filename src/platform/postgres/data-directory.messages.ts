import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const dataDirectoryMessages = defineMessages({
  unwritable: label(
    "无法写入数据目录 {directory}（{cause}）。请检查权限，或用 SLUICE_DATA_DIR 另选目录。",
    "The data directory {directory} cannot be written to ({cause}). Check its permissions, or choose another with SLUICE_DATA_DIR.",
  ),
  foreign: label(
    "目录 {directory} 不是渠成的数据目录，里面有其他文件。请用 SLUICE_DATA_DIR 指定一个空目录。",
    "The directory {directory} contains other files and is not a Sluice data directory. Choose an empty one with SLUICE_DATA_DIR.",
  ),
  newer: label(
    "数据目录 {directory} 由更新版本的渠成创建，请升级程序。",
    "The data directory {directory} was created by a newer version of Sluice. Upgrade the program.",
  ),
  inUse: label(
    "数据目录 {directory} 正被另一个渠成进程（{pid}）使用。",
    "The data directory {directory} is in use by another Sluice process ({pid}).",
  ),
  noBinaries: label(
    "没有可用的 PostgreSQL。请重新运行 npm ci，或安装 PostgreSQL 15 以上版本，或用 DATABASE_URL 指定数据库。",
    "No PostgreSQL was found. Run npm ci again, install PostgreSQL 15 or later, or set DATABASE_URL.",
  ),
  root: label(
    "PostgreSQL 不能以 root 身份运行，其他用户又无法访问 {directory}。请换普通用户启动，或把程序和数据放到其他用户可以访问的目录，或设置 DATABASE_URL。",
    "PostgreSQL cannot run as root, and no other user can access {directory}. Start as an ordinary user, move the program and its data to a directory others can access, or set DATABASE_URL.",
  ),
  otherMajor: label(
    "数据目录 {directory} 属于 PostgreSQL {found}，而这里只有 {present}。请安装 PostgreSQL {found}，或在原版本上运行 npm run backup，再恢复到新的数据目录。",
    "The data directory {directory} belongs to PostgreSQL {found}, but only {present} is installed here. Install PostgreSQL {found}, or run npm run backup with the old version and restore into a new directory.",
  ),
  no_room: label(
    "{directory} 所在磁盘只剩 {free} MB，首次启动至少需要 {needed} MB。请清理磁盘，或用 SLUICE_DATA_DIR 换一个目录。",
    "Only {free} MB are free on the disk holding {directory}; the first start needs {needed} MB. Free some space, or choose another directory with SLUICE_DATA_DIR.",
  ),
  full: label(
    "{directory} 所在磁盘已满，无法创建数据库。请清理磁盘后重试。",
    "The disk holding {directory} is full, so the database cannot be created. Free some space and start again.",
  ),
  failed: label(
    "PostgreSQL 启动失败：{cause}（详见 {log}）。",
    "PostgreSQL did not start: {cause} (see {log}).",
  ),
});

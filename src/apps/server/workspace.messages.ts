import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const workspaceMessages = defineMessages({
  newer: label(
    "数据库已由更新版本的渠成升级，本版本无法使用，请升级程序。",
    "This database was upgraded by a newer version of Sluice and cannot be used with this one. Upgrade the program.",
  ),
  action: label("list 或 add", "list or add"),
  code: label("代码", "CODE"),
  host: label("主机名", "NAME"),
  usage: label(
    "用法：npm run workspace -- list，或 npm run workspace -- add 代码 [--host 主机名]",
    "Usage: npm run workspace -- list, or npm run workspace -- add CODE [--host NAME]",
  ),
  bad_code: label(
    "“{code}”不能作为工作区代码：以小写字母开头，只含小写字母、数字和下划线，最多 40 个字符。",
    "“{code}” cannot be used as a workspace code: start with a letter and use only a to z, digits and underscores, 40 characters at most.",
  ),
  bad_host: label(
    "“{host}”不是主机名，例如 acme.example.com（不带 http:// 和端口）。",
    "“{host}” is not a host name. Write it like acme.example.com, without http:// or a port.",
  ),
  taken: label(
    "主机名 {host} 已属于工作区 {workspace}。",
    "The host {host} already belongs to workspace {workspace}.",
  ),
  added: label(
    "工作区 {code} 已就绪。打开 {address} 创建它的管理员。",
    "Workspace {code} is ready. Open {address} to create its administrator.",
  ),
  hostless: label(
    "工作区 {code} 已就绪，但没有主机名，只能用以 sk_{code}_ 开头的密钥访问。请用 --host 指定主机名。",
    "Workspace {code} is ready but has no host name, so only keys that start with sk_{code}_ can reach it. Set one with --host.",
  ),
  admin_made: label("管理员 {login} 已创建。", "Administrator {login} created."),
  line: label("{code}  版本 {version}  主机 {hosts}", "{code}  version {version}  hosts {hosts}"),
});

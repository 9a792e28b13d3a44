import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const identityMessages = defineMessages({
  bad_credentials: label("登录名或密码不正确。", "The login or password is not right."),
  second_factor_required: label("请输入身份验证器中的验证码。", "Enter the code of your authenticator."),
  second_factor_setup_required: label(
    "公司要求两步验证，请先完成设置。",
    "Your company asks for two-step sign-in. Set it up first.",
  ),
  wrong_code: label("验证码不正确或已使用过。", "The code is not right, or was used before."),
  challenge_gone: label("登录步骤已过期，请重新登录。", "This sign-in has expired. Please sign in again."),
  sign_in_again: label(
    "登录状态已变化，请重新登录。",
    "Something has changed meanwhile. Please sign in again.",
  ),
  second_factor_on: label("已开启两步验证。", "Two-step sign-in is already on."),
  second_factor_off: label("尚未开启两步验证。", "Two-step sign-in is not on."),
  second_factor_stays: label(
    "公司要求两步验证，不能关闭。",
    "Your company asks for two-step sign-in; it cannot be turned off.",
  ),
  password_off: label(
    "公司已停用密码登录，请使用企业账号登录。",
    "Signing in with a password is switched off. Use your company account.",
  ),
  network_not_allowed: label(
    "不允许从当前网络地址访问，请联系管理员。",
    "Access from this network is not allowed. Ask your administrator.",
  ),
  bad_security: label("请检查标出的设置。", "Check the marked settings."),
  bad_network: label(
    "“{value}”不是网段，请写成 10.1.0.0/16 或 2001:db8::/32。",
    "“{value}” is no network. Write 10.1.0.0/16 or 2001:db8::/32.",
  ),
  bad_issuer: label(
    "请填写 https:// 开头的签发者地址（本机可用 http://）。",
    "Give an issuer that begins with https:// (http:// only on this machine).",
  ),
  issuer_silent: label(
    "读不到“{issuer}”的配置。请检查地址，以及本服务器能否访问它。",
    "“{issuer}” does not tell its configuration. Check the address, and whether this server can reach it.",
  ),
  needed: label("请填写。", "This is needed."),
  passwords_needed: label(
    "没有开启企业账号登录时，不能停用密码登录。",
    "Passwords can be switched off only while company accounts are on.",
  ),
  no_break_glass: label(
    "请选择一位启用、有密码的系统管理员作为应急账号。",
    "Choose an active administrator with a password as the way in for emergencies.",
  ),
  locks_you_out: label(
    "您当前的地址 {address} 不在名单中，保存后您自己将无法访问。",
    "Your own address {address} is not in the list: you would lock yourself out.",
  ),
  export_rows_limit: label(
    "一次最多导出 {limit} 行，这次有 {rows} 行。请缩小范围。",
    "One export may have {limit} rows, this one has {rows}. Ask for fewer.",
  ),
  export_rows_limit_left: label(
    "一次最多导出 {limit} 行，这次有 {rows} 行；今天还可导出 {left} 行。请缩小范围。",
    "One export may have {limit} rows, this one has {rows}; {left} are left for today. Ask for fewer.",
  ),
  export_daily_limit: label(
    "每天最多导出 {limit} 行，今天还可导出 {left} 行，这次有 {rows} 行。",
    "You may export {limit} rows a day; {left} are left for today, this export has {rows}.",
  ),
  too_many_masked_searches: label(
    "按脱敏字段的完整内容查找，每小时最多 {limit} 次。请在 {minutes} 分钟后再试，或请管理员在安全设置中调整。",
    "Searches by the whole value of masked fields are limited to {limit} an hour. Try again in {minutes} {minutes|minute|minutes}, or ask an administrator to change the limit in the security settings.",
  ),
  locked: label(
    "尝试次数过多，请在 {minutes} 分钟后再试。",
    "Too many attempts. Try again in {minutes} {minutes|minute|minutes}.",
  ),
  too_many_attempts: label(
    "此网络的失败登录过多，请稍后再试。",
    "Too many failed sign-ins from this network. Try again later.",
  ),
  signed_out: label("请先登录。", "Please sign in."),
  person_needed: label(
    "此操作只能由本人登录后进行，不能使用 API 密钥。",
    "Only a signed-in person can do this, not an API key.",
  ),
  forbidden: label("您没有权限执行此操作。", "You may not do this."),
  setup_closed: label("系统已完成初始设置，请登录。", "Setup is already done. Please sign in."),
  setup_running: label("另一个窗口正在进行初始设置。", "Setup is under way in another window."),
  weak_password: label("请换一个更安全的密码。", "Please choose a safer password."),
  wrong_password: label("当前密码不正确。", "The current password is not right."),
  not_found: label("没有找到，或您无权查看。", "It does not exist, or you may not see it."),
  invitation_gone: label(
    "邀请链接已失效，请联系管理员重新发送。",
    "This invitation is no longer valid. Ask your administrator for a new one.",
  ),
  no_login: label("请先为此人填写登录名。", "Give this person a login first."),
  inactive: label("此人已停用，不能登录。", "This person is deactivated and cannot sign in."),
  malformed: label("请求内容不完整或格式不对。", "The request is incomplete or malformed."),
  too_large: label("内容过大（最多 {max} KB）。", "Too large (at most {max} KB)."),
  bad_currency: label("“{value}”不是有效的币种代码。", "“{value}” is not a currency code."),
  bad_zone: label("“{value}”不是有效的时区。", "“{value}” is not a time zone."),
  bad_time: label("“{value}”不是有效的时间，例如 08:30。", "“{value}” is not a time such as 08:30."),
  company_stays: label("公司信息不能删除。", "The company cannot be deleted."),
  one_company: label("公司信息只能有一条。", "There can be only one company."),
  past_expiry: label("到期时间必须在将来。", "The expiry must lie in the future."),
  unknown_role: label("没有名为“{role}”的角色。", "There is no role “{role}”."),
  last_administrator: label(
    "至少要保留一位启用的系统管理员。",
    "At least one active administrator must remain.",
  ),
  emergency_administrator: label(
    "密码登录已停用，此人是唯一能用密码登录的应急管理员，不能停用、删除或取消其系统管理员角色。请先在“设置 → 安全 → 密码登录”改选他人。",
    "Passwords are off and this is the administrator for emergencies, the only one with a password: they stay active and administrator. Choose somebody else first, in Settings → Security → Passwords.",
  ),
  administrator_rights: label("系统管理员角色的权限不能缩减。", "The administrator role cannot lose rights."),
  exceeds_abilities: label(
    "不能授予您自己没有的权限：{names}。",
    "You cannot grant what you do not have: {names}.",
  ),
  exceeds_objects: label(
    "不能授予比您自己更大的数据范围：{names}。",
    "You cannot grant wider reach than your own: {names}.",
  ),
  exceeds_person: label(
    "此人的权限或可见范围超出您自己的，只有不少于此人权限的人才能更改登录名、邮箱、启用状态，或结束其会话和密钥。",
    "This person has more rights or sees more than you do. Login, mail address, activity, sessions and keys are changed by those who have no less.",
  ),
  own_place: label(
    "不能更改自己的部门、兼任部门或直属上级，请由管理员更改。",
    "You cannot change your own department, further departments or manager. Ask an administrator.",
  ),
  exceeds_place: label(
    "这会让 {name} 看到您自己看不到的记录。请由看得到这些记录的人更改。",
    "This would show {name} records that you do not see yourself. Somebody who sees them has to change it.",
  ),
  exceeds_tree: label(
    "调整部门层级会改变谁能看到这些部门的记录，只能在您自己看得到的部门范围内调整。",
    "Moving a department changes who sees its records. You can do so only among departments whose records you see yourself.",
  ),
  ability_needed: label("需要“{ability}”权限。", "This needs the ability “{ability}”."),
});

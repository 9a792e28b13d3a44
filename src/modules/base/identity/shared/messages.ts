import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const identityMessages = defineMessages({
  bad_credentials: label("登录名或密码不正确。", "The login or password is incorrect."),
  second_factor_required: label("请输入身份验证器中的验证码。", "Enter the code from your authenticator."),
  second_factor_setup_required: label(
    "公司要求两步验证，请先完成设置。",
    "Your company requires two-step sign-in. Set it up first.",
  ),
  wrong_code: label("验证码不正确，或已使用过。", "The code is incorrect or has already been used."),
  challenge_gone: label("本次登录已过期，请重新登录。", "This sign-in has expired. Please sign in again."),
  sign_in_again: label(
    "登录状态有变化，请重新登录。",
    "Your sign-in status has changed. Please sign in again.",
  ),
  second_factor_on: label("两步验证已开启。", "Two-step sign-in is already on."),
  second_factor_off: label("尚未开启两步验证。", "Two-step sign-in is not on."),
  second_factor_stays: label(
    "公司要求两步验证，不能关闭。",
    "Your company requires two-step sign-in, so it can’t be turned off.",
  ),
  password_off: label(
    "公司已停用密码登录，请使用企业账号登录。",
    "Password sign-in is turned off. Use your company account.",
  ),
  network_not_allowed: label(
    "当前网络不允许访问，请联系管理员。",
    "Access from this network is not allowed. Contact your administrator.",
  ),
  bad_security: label("请检查标出的设置。", "Check the highlighted settings."),
  bad_network: label(
    "“{value}”不是有效的网段，请写成 10.1.0.0/16 或 2001:db8::/32 的形式。",
    "“{value}” is not a valid network. Write it like 10.1.0.0/16 or 2001:db8::/32.",
  ),
  bad_issuer: label(
    "请填写以 https:// 开头的签发者地址（本机可用 http://）。",
    "Enter an issuer address starting with https:// (http:// works on this machine only).",
  ),
  issuer_silent: label(
    "无法读取“{issuer}”的配置。请检查地址，以及本服务器能否访问它。",
    "The configuration of “{issuer}” could not be read. Check the address and whether this server can reach it.",
  ),
  empty_rule: label(
    "按状态规则“{when}”没有说明任何权限，请设置或删除它。",
    "The rule by state “{when}” says nothing. Set what holds then, or remove it.",
  ),
  bad_state: label(
    "“{object}”按状态规则的条件有误：{problem}",
    "The condition of a rule by state on “{object}” is wrong: {problem}",
  ),
  state_elsewhere: label(
    "按状态规则只能使用记录自身保存的字段，不能使用“{field}”。",
    "A rule by state may only use fields kept with the record itself, not “{field}”.",
  ),
  state_time: label(
    "按状态规则不能使用今天、现在等会随时间变化的条件，否则权限会在无人改动记录时悄悄变化。",
    "A rule by state cannot depend on the time: permissions would change without anyone changing the record.",
  ),
  state_unreadable: label(
    "条件“{when}”用到了你无权查看的字段，不能据此授权。",
    "The condition “{when}” uses a field you cannot read, so it cannot decide permissions.",
  ),
  needed: label("请填写。", "Please fill this in."),
  passwords_needed: label(
    "没有开启企业账号登录时，不能停用密码登录。",
    "Passwords can only be turned off while company accounts are on.",
  ),
  no_break_glass: label(
    "请选择一位已启用且有密码的系统管理员作为应急管理员。",
    "Choose an active administrator with a password as the break-glass administrator.",
  ),
  locks_you_out: label(
    "你当前的地址 {address} 不在名单中，保存后你自己将无法访问。",
    "Your current address {address} is not on the list, so you would lock yourself out.",
  ),
  export_rows_limit: label(
    "一次最多导出 {limit} 行，这次有 {rows} 行。请缩小范围。",
    "An export can have at most {limit} rows; this one has {rows}. Narrow the range.",
  ),
  export_rows_limit_left: label(
    "一次最多导出 {limit} 行，这次有 {rows} 行；今天还可以导出 {left} 行。请缩小范围。",
    "An export can have at most {limit} rows; this one has {rows}, and {left} are left today. Narrow the range.",
  ),
  export_daily_limit: label(
    "每天最多导出 {limit} 行，今天还可以导出 {left} 行，这次有 {rows} 行。",
    "You can export {limit} rows a day. {left} are left today; this export has {rows}.",
  ),
  too_many_masked_searches: label(
    "用脱敏字段的完整内容查找，每小时最多 {limit} 次。请在 {minutes} 分钟后再试，或请管理员在安全设置中调整。",
    "Searches by the full value of masked fields are limited to {limit} an hour. Try again in {minutes} {minutes|minute|minutes}, or ask an administrator to change the limit in the security settings.",
  ),
  locked: label(
    "尝试次数过多，请在 {minutes} 分钟后再试。",
    "Too many attempts. Try again in {minutes} {minutes|minute|minutes}.",
  ),
  too_many_attempts: label(
    "此网络登录失败次数过多，请稍后再试。",
    "Too many failed sign-ins from this network. Try again later.",
  ),
  signed_out: label("请先登录。", "Please sign in first."),
  person_needed: label(
    "此操作须由本人登录后进行，不能使用 API 密钥。",
    "You need to be signed in yourself to do this; an API key won’t do.",
  ),
  forbidden: label("你没有执行此操作的权限。", "You do not have permission to do this."),
  setup_closed: label("系统已完成初始设置，请登录。", "Setup is already complete. Please sign in."),
  setup_running: label("另一个窗口正在进行初始设置。", "Setup is already running in another window."),
  weak_password: label("请换一个更安全的密码。", "Please choose a stronger password."),
  wrong_password: label("当前密码不正确。", "The current password is incorrect."),
  not_found: label("没有找到，或你无权查看。", "It does not exist, or you do not have access to it."),
  invitation_gone: label(
    "邀请链接已使用或已过期，请联系管理员重新发送。",
    "This invitation has been used or has expired. Ask your administrator for a new one.",
  ),
  no_login: label("请先为此人填写登录名。", "Enter a login for this person first."),
  inactive: label("此人已停用，不能登录。", "This person is deactivated and cannot sign in."),
  malformed: label("请求内容不完整或格式不对。", "The request is incomplete or malformed."),
  too_large: label("内容过大（最多 {max} KB）。", "Too large (at most {max} KB)."),
  bad_currency: label("“{value}”不是有效的币种代码。", "“{value}” is not a valid currency code."),
  bad_zone: label("“{value}”不是有效的时区。", "“{value}” is not a valid time zone."),
  bad_time: label(
    "“{value}”不是有效的时间，请写成 08:30 的形式。",
    "“{value}” is not a valid time. Write it like 08:30.",
  ),
  company_stays: label("公司信息不能删除。", "Company details cannot be deleted."),
  one_company: label("公司信息只能有一条。", "There can only be one company."),
  past_expiry: label("到期时间必须晚于现在。", "The expiry must be in the future."),
  unknown_role: label("没有名为“{role}”的角色。", "There is no role called “{role}”."),
  last_administrator: label(
    "至少要保留一位已启用的系统管理员。",
    "At least one active administrator must remain.",
  ),
  emergency_administrator: label(
    "密码登录已停用，此人是唯一能用密码登录的应急管理员，不能停用、删除或取消系统管理员角色。请先在“设置 → 安全 → 密码登录”中改选他人。",
    "Passwords are turned off and this person is the break-glass administrator, the only one with a password. They cannot be deactivated, deleted or lose the administrator role. First choose someone else under Settings → Security → Password sign-in.",
  ),
  administrator_rights: label(
    "系统管理员角色的权限不能缩减。",
    "The permissions of the administrator role cannot be reduced.",
  ),
  exceeds_abilities: label(
    "不能授予你自己没有的权限：{names}。",
    "You cannot grant permissions you do not have yourself: {names}.",
  ),
  exceeds_objects: label(
    "不能授予比你自己更大的数据范围：{names}。",
    "You cannot grant a wider scope than your own: {names}.",
  ),
  exceeds_person: label(
    "此人的权限或可见范围超出你自己的。登录名、邮箱、启用状态、会话和密钥只能由权限不少于此人的人更改。",
    "This person has more permissions or sees more than you do. Only someone with at least the same access can change their login, email address or status, or end their sessions and keys.",
  ),
  planned_move: label("按计划生效的部门调动", "A department move on its day"),
  move_done: label(
    "这次调动已经生效，不能再改生效日或删除；请另外安排一次调动。",
    "This move has taken effect. Its first day cannot be changed and it cannot be deleted; plan another move.",
  ),
  main_until: label(
    "主部门没有最后一天，离开时请再安排一次调动。",
    "A main department has no last day. Plan another move for when it is left.",
  ),
  until_before: label("最后一天不能早于生效日。", "The last day cannot be before the first."),
  own_place: label(
    "不能更改自己的部门、兼任部门或直属上级，请联系管理员。",
    "You cannot change your own department, additional departments or manager. Ask an administrator.",
  ),
  exceeds_place: label(
    "这会让 {name} 看到你自己看不到的记录，请由看得到这些记录的人更改。",
    "This would let {name} see records that you cannot see. Ask someone who can see them to make the change.",
  ),
  exceeds_tree: label(
    "调整部门层级会改变谁能看到这些部门的记录，你只能在自己看得到的部门范围内调整。",
    "Moving a department changes who can see its records. You can only move departments whose records you can see yourself.",
  ),
  ability_needed: label("需要“{ability}”权限。", "This requires the permission “{ability}”."),
  collaborator_no_roles: label("协作者不能有角色。", "A collaborator cannot have roles."),
  collaborator_has_roles: label(
    "请先移除此人的角色，再改为协作者。",
    "Remove this person’s roles before making them a collaborator.",
  ),
});

import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const doorTexts = defineMessages({
  product: label("渠成", "Sluice"),
  motto: label("一关一验，水到渠成", "Every deal, gate by gate"),
  signIn: label("登录", "Sign in"),
  login: label("登录名", "Login"),
  password: label("密码", "Password"),
  showPassword: label("显示密码", "Show the password"),
  wrong: label("登录名或密码不对", "Login or password is wrong"),
  setUp: label("开始使用", "Get started"),
  setUpLead: label("这是第一次启动。填写公司和管理员，大约一分钟。", "This is the first start. Name the company and its administrator; it takes a minute."),
  company: label("公司名称", "Company"),
  companyExample: label("例如：苏州恒润仪表有限公司", "For example: Henrun Instruments Ltd."),
  yourName: label("你的姓名", "Your name"),
  newPassword: label("设置密码", "Choose a password"),
  passwordHint: label("至少 10 个字符", "At least 10 characters"),
  createAdmin: label("创建公司和管理员", "Create the company"),
  required: label("请填写", "Please fill this in"),
  offline: label(
    "连不上服务器，请检查网络后再试一次。填写的内容还在。",
    "The server cannot be reached. Check the network and try again; nothing typed is lost.",
  ),
  later: label("以后可以在设置中修改。", "You can change this later in the settings."),
  currentPassword: label("当前密码", "Current password"),
  nextPassword: label("新密码", "New password"),
  changePassword: label("修改密码", "Change password"),
  changed: label("密码已修改，其他设备已退出登录", "The password is changed; other devices were signed out"),
  mustChange: label("这个密码是别人替你设置的，请换成自己的。", "Someone else set this password. Choose your own."),
  invited: label("{name}，欢迎加入 {company}", "{name}, welcome to {company}"),
  invitedLead: label("设置密码后即可登录，登录名是 {login}。", "Choose a password to sign in. Your login is {login}."),
  enter: label("设置密码并进入", "Set the password and enter"),
});

import { type TitleWords, words } from "./words.ts";

/** Titles of people, departments and teams. */
export const peopleTitles: TitleWords = {
  fields: {
    manager: words("上级 直属上级 主管 经理 manager reportsto supervisor teamlead"),
    login: words("账号 登录名 用户名 login username"),
  },
  of: {
    user: {
      name: words(
        "姓名 员工 员工姓名 成员 人员 销售 销售员 业务员 employee employeename salesagent salesrep person fullname user",
      ),
      login: words("账号 登录名 用户名 工号 login username employeeid"),
    },
    department: {
      name: words("部门 部门名称 department departmentname office regionaloffice"),
      parent: words("上级部门 上级 parent parentdepartment"),
    },
    team: {
      name: words("团队 团队名称 小组 team teamname"),
    },
  },
};

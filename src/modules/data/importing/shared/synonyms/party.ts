import { type TitleWords, words } from "./words.ts";

/** Titles of accounts, contacts and leads. */
export const partyTitles: TitleWords = {
  fields: {
    company: words(
      "公司 公司名称 企业 企业名称 单位 单位名称 客户 客户名称 客户单位 company companyname organization organisation account",
    ),
    contact_name: words("联系人 联系人姓名 姓名 contact contactname fullname name"),
    contact: words("联系人 主要联系人 客户联系人 对接人 contact contactname primarycontact"),
    mobile: words("手机 手机号 手机号码 移动电话 联系方式 联系电话 mobile mobilephone cell cellphone phone"),
    phone: words(
      "电话 电话号码 座机 固定电话 办公电话 联系电话 总机 phone telephone tel phonenumber officephone 手机 手机号 手机号码 联系方式 mobile",
    ),
    email: words("邮箱 邮件 电子邮件 电子邮箱 邮箱地址 email mail emailaddress workemail"),
    wechat: words("微信 微信号 wechat wechatid weixin"),
    requirement: words(
      "需求 初步需求 客户需求 需求描述 需求说明 requirement requirements need needs inquiry",
    ),
    industry: words("行业 所属行业 行业类别 industry sector vertical"),
    status: words("状态 线索状态 跟进状态 当前状态 status leadstatus state"),
    uscc: words("统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 uscc creditcode"),
    short_name: words("简称 客户简称 公司简称 shortname nickname alias"),
    reports_to: words("上级 直属上级 汇报对象 reportsto manager"),
    address: words("地址 详细地址 公司地址 单位地址 通讯地址 address streetaddress billingaddress"),
    website: words("网址 官网 网站 公司网址 website url homepage domain web"),
    employees: words(
      "员工数 员工人数 人数 规模 人员规模 employees headcount employeecount numberofemployees companysize",
    ),
    revenue: words("年营业额 营业额 年营收 营收 年销售额 revenue annualrevenue turnover"),
    year_founded: words("成立年份 成立时间 成立日期 founded yearfounded yearestablished"),
    birthday: words("生日 出生日期 birthday dateofbirth"),
  },
  of: {
    account: {
      name: words(
        "客户 客户名 客户名称 客户单位 公司 公司名 公司名称 企业 企业名称 单位 单位名称 甲方 account accountname customer customername company companyname client clientname organization organisation",
      ),
      type: words("类型 客户类型 客户性质 accounttype customertype type"),
    },
    contact: {
      name: words("联系人 联系人姓名 姓名 名字 contact contactname fullname name"),
      account: words(
        "客户 客户名称 公司 公司名称 单位 所属客户 所在公司 company account accountname organization employer",
      ),
    },
    lead: {
      company: words("线索名称 leadname"),
    },
  },
};

import { type TitleWords, words } from "./words.ts";

/** Titles of fields that any object may have. */
export const anyObjectTitles: TitleWords = {
  fields: {
    name: words("姓名 名称 name title 标题"),
    owner: words(
      "负责人 销售 销售人员 销售代表 业务员 业务 销售员 客户经理 归属人 所属销售 跟进人 责任人 owner salesagent salesrep rep seller salesperson accountmanager accountexecutive dealowner leadowner assignedto",
    ),
    department: words(
      "部门 所属部门 归属部门 办事处 区域 大区 团队 department regionaloffice office team region businessunit",
    ),
    external_id: words(
      "外部编号 原系统编号 商机编号 项目编号 客户编号 客户编码 线索编号 合同编号 externalid opportunityid dealid prospectid leadid accountid customerid contactid recordid",
    ),
    created_at: words(
      "创建时间 创建日期 建立时间 录入时间 录入日期 登记日期 立项日期 createdat created createddate datecreated creationdate createdon",
    ),
    description: words(
      "描述 备注 备注信息 说明 备注说明 description notes note remark remarks comment comments",
    ),
    tags: words("标签 tags labels"),
    source: words("来源 线索来源 客户来源 商机来源 获客渠道 渠道 渠道来源 source leadsource channel origin"),
    parent: words(
      "上级 上级客户 上级单位 母公司 总公司 集团 所属集团 parent parentaccount subsidiaryof parentcompany",
    ),
    code: words(
      "编码 产品编码 产品编号 物料编码 料号 货号 代码 型号编码 code sku productcode itemcode partnumber",
    ),
    level: words("级别 客户级别 客户等级 等级 level tier rating grade"),
    category: words("类别 分类 产品分类 产品系列 系列 category series productcategory productfamily"),
    region: words("地区 区域 省市 所在地 所在地区 region location area"),
    subject: words("任务 主题 任务名称 事项 subject task todo"),
    title: words("职位 职务 头衔 岗位 title jobtitle position"),
  },
  of: {
    tag: {
      name: words("标签 标签名称 tag label"),
    },
  },
};

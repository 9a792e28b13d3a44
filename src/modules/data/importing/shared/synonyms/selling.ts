import { type TitleWords, words } from "./words.ts";

/** Titles of opportunities and competitors. */
export const sellingTitles: TitleWords = {
  fields: {
    account: words(
      "客户 客户名称 客户单位 客户公司 公司 公司名称 单位 单位名称 甲方 甲方单位 业主 业主单位 最终用户 最终客户 用户单位 account accountname customer customername company companyname client clientname organization",
    ),
    product: words("产品 产品名称 产品线 商品 意向产品 product productname item productline"),
    stage: words(
      "阶段 商机阶段 销售阶段 项目阶段 当前阶段 进度 项目进度 进展阶段 状态 项目状态 stage dealstage salesstage currentstage pipelinestage status",
    ),
    pipeline: words("流程 销售流程 pipeline salesprocess"),
    amount: words(
      "金额 商机金额 项目金额 成交金额 预计金额 预计成交金额 预估金额 合同额 合同金额 签约金额 报价金额 预算金额 amount value closevalue dealvalue dealamount dealsize revenue expectedrevenue contractvalue acv tcv",
    ),
    budget: words("预算 客户预算 预算金额 budget"),
    close_date: words(
      "预计成交日期 预计成交 预计成交时间 预计签单 预计签单日期 预计签单时间 预计签约 预计签约日期 签约日期 签单日期 签约时间 成交日期 成交时间 结单日期 预计结单日期 预计关单 关单日期 关闭日期 赢单日期 closedate closingdate closeddate expectedclose expectedclosedate estclose estclosedate estimatedclose estimatedclosedate targetclose signdate",
    ),
    next_step: words("下一步 下一步计划 下步工作 下一步行动 nextstep nextsteps nextaction"),
    next_at: words(
      "下次联系 下次联系时间 下次跟进 下次跟进时间 下次拜访 nextcontact nextfollowup followupdate nextactivity",
    ),
    competitor: words("竞争对手 主要竞争对手 竞品 对手 competitor competitors maincompetitor"),
    probability: words("概率 赢率 成交概率 成功率 把握 probability winprobability winrate probabilityofwin"),
    forecast_category: words("预测分类 预测类别 forecast forecastcategory"),
    lost_reason: words("输单原因 丢单原因 失败原因 流失原因 lostreason lossreason closedlostreason"),
    lost_detail: words("输单说明 丢单说明 lossdetail"),
  },
  of: {
    opportunity: {
      name: words(
        "商机 商机名 商机名称 项目 项目名 项目名称 项目标题 单子 订单名称 合同名称 deal dealname opportunity opportunityname oppname opp project projectname dealtitle",
      ),
    },
    competitor: {
      name: words("竞争对手 竞品 对手 competitor competitorname"),
    },
  },
};

import { type Label, label } from "../../../../../shared/i18n/label.ts";

/** What a manager asks under a talk with a customer, and what the seller answers, by the stage of the deal. */
export const EXCHANGES: Readonly<Record<string, readonly (readonly [asked: Label, answered: Label])[]>> = {
  discovery: [
    [
      label("谁说了算弄清楚了吗？别只跟使用部门谈。", "Do we know who decides? Not only the users, please."),
      label("约了设备部长，周内见。", "I have a meeting with the head of equipment this week."),
    ],
    [
      label("这家以前用的是哪家的表？", "Whose meters did they use before?"),
      label("老国产表，停产了，备件也买不到。", "A domestic make, discontinued; no spare parts either."),
    ],
  ],
  needs: [
    [
      label("工况参数先请技术服务看一遍再报方案。", "Have technical service check the conditions first."),
      label("已经发过去了，明天给意见。", "Sent to them; they answer tomorrow."),
    ],
  ],
  solution: [
    [
      label("演示时带上同行业的案例，客户最信这个。", "Bring a reference from their industry to the demo."),
      label("好，带上次水厂那个项目的数据。", "Will do: the figures of the waterworks project."),
    ],
    [
      label("防爆等级确认了吗？上次就卡在这里。", "Is the Ex class confirmed? We got stuck there last time."),
      label("确认了，书面的，已上传附件。", "Confirmed in writing."),
    ],
  ],
  proposal: [
    [
      label("报价里的质保期别超过三年。", "No more than three years of warranty in the quote, please."),
      label("明白，按三年报的。", "Understood, it says three years."),
    ],
    [
      label(
        "有竞争对手在压价，需要支持就说。",
        "A competitor is pressing on price: tell me if you need help.",
      ),
      label("先守住，客户更看重交期。", "Holding for now; they care more about delivery."),
    ],
  ],
  negotiation: [
    [
      label(
        "付款条件最低 3-6-1，再让要走特批。",
        "30/60/10 at the least; anything below needs an exception.",
      ),
      label(
        "客户原则同意 3-6-1，等他们走流程。",
        "They agree in principle; it is going through their process.",
      ),
    ],
  ],
};

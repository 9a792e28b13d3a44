import { type Label, label } from "../../../../../shared/i18n/label.ts";

export type ActivityType =
  | "call"
  | "visit"
  | "wechat"
  | "email"
  | "meeting"
  | "needs_interview"
  | "demo"
  | "other";

/**
 * What is noted after talking to a customer, by the stage of the deal. {contact} and {product} are filled in.
 */
export const NOTES: Readonly<Record<string, readonly (readonly [ActivityType, Label])[]>> = {
  discovery: [
    [
      "call",
      label(
        "电话联系{contact}，确认有{product}的需求，约了下周面谈。",
        "Called {contact}: there is a need for {product}; we meet next week.",
      ),
    ],
    [
      "wechat",
      label(
        "加了{contact}微信，发了{product}选型手册和同行业案例。",
        "Connected with {contact} on WeChat; sent the {product} guide and a reference.",
      ),
    ],
    [
      "visit",
      label(
        "首次拜访{contact}，看了现场，旧表故障率高，维修备件停产。",
        "First visit to {contact}: old meters fail often and spare parts are discontinued.",
      ),
    ],
    [
      "call",
      label(
        "{contact}说项目还在立项，预算下个月批，让我们先准备资料。",
        "{contact} says the project awaits approval next month and asks for documents.",
      ),
    ],
  ],
  needs: [
    [
      "needs_interview",
      label(
        "与{contact}做需求访谈：介质、口径、精度、防爆等级都已记录，重点关心{product}的长期稳定性。",
        "Needs interview with {contact}: medium, size, accuracy and Ex class noted; long-term stability of {product} matters most.",
      ),
    ],
    [
      "call",
      label(
        "和{contact}核对了工况参数，还差两台设备的温度上限。",
        "Checked operating conditions with {contact}; temperature limits of two units are missing.",
      ),
    ],
    [
      "visit",
      label(
        "现场勘测，{contact}陪同，拍了安装位置照片，直管段偏短，需要加整流器。",
        "Site survey with {contact}: straight pipe is short, a flow conditioner is needed.",
      ),
    ],
    [
      "meeting",
      label(
        "与设备部、生产部开会，确认了{product}的技术规格书初稿。",
        "Meeting with equipment and production: first draft of the {product} specification agreed.",
      ),
    ],
  ],
  solution: [
    [
      "demo",
      label(
        "到客户会议室做方案演示，{contact}和使用部门都在，对{product}的诊断功能很感兴趣。",
        "Presented the solution; {contact} and the users liked the diagnostics of {product}.",
      ),
    ],
    [
      "wechat",
      label(
        "{contact}问能不能安排试用，已申请两台样机。",
        "{contact} asks for a trial; two samples requested.",
      ),
    ],
    [
      "email",
      label(
        "发送{product}技术方案修订版，补充了防爆证书和选型计算书。",
        "Sent the revised {product} proposal with Ex certificate and sizing.",
      ),
    ],
    [
      "visit",
      label(
        "陪{contact}参观同行业用户现场，运行数据有说服力。",
        "Took {contact} to a reference site; the operating data convinced.",
      ),
    ],
  ],
  proposal: [
    [
      "email",
      label(
        "正式报价发给{contact}，{product}含两年质保，交期 4 周。",
        "Sent {contact} the formal quote: {product}, two years' warranty, four weeks' delivery.",
      ),
    ],
    [
      "call",
      label(
        "回访{contact}，价格比另一家高约 8%，对方希望我们再考虑。",
        "Followed up with {contact}: we are about 8% above another bid.",
      ),
    ],
    [
      "wechat",
      label(
        "{contact}反馈采购部在比价，预计两周内有结果。",
        "{contact} says purchasing compares bids; a result within two weeks.",
      ),
    ],
    [
      "meeting",
      label(
        "技术澄清会，逐条答复了偏离表，{contact}认可{product}的方案。",
        "Technical clarification; {contact} accepts the {product} solution.",
      ),
    ],
  ],
  negotiation: [
    [
      "meeting",
      label(
        "商务谈判：付款方式谈到 3-3-3-1，价格还差一点。",
        "Negotiated: payment 30-30-30-10; a small gap in price remains.",
      ),
    ],
    [
      "visit",
      label(
        "陪领导拜访{contact}，对方同意按框架协议价走合同评审。",
        "Visited {contact} with our management; they agree to the frame price and start contract review.",
      ),
    ],
    [
      "call",
      label(
        "{contact}说合同在法务审核，主要是违约金条款。",
        "{contact}: the contract is with legal, mainly about penalties.",
      ),
    ],
    [
      "wechat",
      label(
        "和{contact}确认了交货批次，第一批{product}月底前到货。",
        "Agreed delivery lots with {contact}; first {product} by month end.",
      ),
    ],
  ],
  won: [
    [
      "visit",
      label(
        "合同双方盖章，拜访{contact}，对接交付和开票信息。",
        "Contract signed; met {contact} about delivery and invoicing.",
      ),
    ],
  ],
  lost: [
    [
      "call",
      label(
        "电话确认输单，{contact}说了真实原因，约定下个项目再联系。",
        "Confirmed the loss with {contact}, who told the real reason; in touch for the next project.",
      ),
    ],
  ],
};

export const LEAD_NOTES: readonly (readonly [ActivityType, Label])[] = [
  [
    "call",
    label(
      "首次电话，{contact}在开会，约下午再打。",
      "First call: {contact} was in a meeting, call back later.",
    ),
  ],
  [
    "call",
    label(
      "接通{contact}，了解了大致需求，发资料到邮箱。",
      "Reached {contact}, learned the need, sent documents by mail.",
    ),
  ],
  [
    "wechat",
    label(
      "微信沟通，{contact}要了产品目录和价格区间。",
      "On WeChat {contact} asked for the catalogue and a price range.",
    ),
  ],
  [
    "email",
    label("发送产品资料和三个同行业案例给{contact}。", "Sent {contact} documents and three references."),
  ],
];

/** What a project is about: {category} is the kind of product. */
export const PROJECTS: readonly Label[] = [
  label("二期扩建{category}项目", "Phase II {category}"),
  label("老线{category}改造", "{category} retrofit"),
  label("新厂{category}采购", "New plant {category}"),
  label("{category}年度框架", "{category} frame contract"),
  label("节能改造{category}", "Energy saving {category}"),
  label("锅炉房{category}更换", "Boiler house {category}"),
  label("污水站{category}项目", "Waste water {category}"),
  label("智慧工厂{category}试点", "Smart factory {category} pilot"),
];
export const REQUIREMENTS: readonly Label[] = [
  label(
    "现有{category}使用超过八年，故障频繁，希望整体更换为智能型，支持 HART 通讯。",
    "The {category} are over eight years old and fail often; all to be replaced by smart ones with HART.",
  ),
  label(
    "新建产线需要{category}，要求防爆、精度 0.5 级以上，交期六周内。",
    "A new line needs {category}: explosion-proof, accuracy 0.5 or better, within six weeks.",
  ),
  label(
    "能耗考核压力大，需要对各车间分表计量，{category}数据要进能源系统。",
    "Energy targets are tight: metering per workshop, {category} data into the energy system.",
  ),
  label(
    "进口品牌交期太长，寻找{category}的国产替代，要求提供试用。",
    "Imported brands take too long; looking for a local {category} with a trial.",
  ),
  label(
    "环保在线监测要求提高，{category}需要满足新标准并通过验收。",
    "Stricter environmental monitoring: {category} must meet the new standard.",
  ),
];
export const NEXT_STEPS: Readonly<Record<string, readonly Label[]>> = {
  discovery: [
    label("约设备部面谈，确认立项时间", "Meet equipment, confirm timing"),
    label("补充联系人，找到决策人", "Find the decision maker"),
  ],
  needs: [
    label("安排现场勘测", "Arrange the site survey"),
    label("整理技术规格书发客户确认", "Have the specification confirmed"),
  ],
  solution: [
    label("准备方案演示和样机", "Prepare demo and samples"),
    label("邀请客户参观案例现场", "Invite to a reference site"),
  ],
  proposal: [
    label("跟进比价结果，准备澄清材料", "Follow the bid comparison"),
    label("申请特价，三天内重新报价", "Ask for a special price and re-quote"),
  ],
  negotiation: [
    label("推进合同法务审核", "Push the legal review"),
    label("确认付款方式和交货批次", "Agree payment and lots"),
  ],
};
export const LOST_DETAILS: readonly Label[] = [
  label(
    "客户最终选择了报价更低的一家，技术评分我们第一。",
    "The customer took a lower bid; we led on technology.",
  ),
  label("集团统一集采，我们没有入围短名单。", "Group purchasing decided; we were not short-listed."),
  label("项目资金没到位，明年再议。", "The money did not come; perhaps next year."),
  label("我们交期排到两个月后，客户等不了。", "Our delivery was two months out; they could not wait."),
];

import { type Label, label } from "../../../../../shared/i18n/label.ts";

export interface Industry {
  /** As in the national classification (GB/T 4754). */
  readonly name: Label;
  /** What its companies call themselves. */
  readonly trade: Label;
}
export const INDUSTRIES: readonly Industry[] = [
  { name: label("化学原料和化学制品制造业", "Chemicals"), trade: label("化工", "Chemical") },
  { name: label("电力、热力生产和供应业", "Power and heat supply"), trade: label("热电", "Thermal Power") },
  { name: label("水的生产和供应业", "Water supply"), trade: label("水务", "Water") },
  { name: label("医药制造业", "Pharmaceuticals"), trade: label("制药", "Pharmaceutical") },
  { name: label("食品制造业", "Food"), trade: label("食品", "Foods") },
  { name: label("造纸和纸制品业", "Paper"), trade: label("纸业", "Paper") },
  { name: label("黑色金属冶炼和压延加工业", "Iron and steel"), trade: label("特钢", "Special Steel") },
  { name: label("石油、煤炭及其他燃料加工业", "Petroleum and fuels"), trade: label("石化", "Petrochemical") },
  { name: label("通用设备制造业", "General machinery"), trade: label("精密机械", "Precision Machinery") },
  { name: label("纺织业", "Textiles"), trade: label("印染", "Dyeing") },
  {
    name: label("生态保护和环境治理业", "Environmental protection"),
    trade: label("环保科技", "Environmental Technology"),
  },
  {
    name: label("计算机、通信和其他电子设备制造业", "Electronics"),
    trade: label("电子材料", "Electronic Materials"),
  },
];

/** Jobs of the people one meets there, with the part they play in buying. */
export const JOBS: readonly {
  readonly title: Label;
  readonly unit: Label;
  readonly role: "decider" | "influencer" | "user" | "buyer";
}[] = [
  { title: label("总经理", "General manager"), unit: label("总经办", "General office"), role: "decider" },
  { title: label("生产副总", "VP production"), unit: label("生产部", "Production"), role: "decider" },
  { title: label("设备部经理", "Equipment manager"), unit: label("设备部", "Equipment"), role: "influencer" },
  {
    title: label("自控主管", "Control engineering lead"),
    unit: label("仪控车间", "Instrumentation"),
    role: "influencer",
  },
  {
    title: label("仪表工程师", "Instrument engineer"),
    unit: label("仪控车间", "Instrumentation"),
    role: "user",
  },
  { title: label("采购经理", "Purchasing manager"), unit: label("采购部", "Purchasing"), role: "buyer" },
  { title: label("采购专员", "Buyer"), unit: label("采购部", "Purchasing"), role: "buyer" },
  { title: label("项目经理", "Project manager"), unit: label("工程部", "Engineering"), role: "influencer" },
];

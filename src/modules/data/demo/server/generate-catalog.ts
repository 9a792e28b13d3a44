import { label } from "../../../../shared/i18n/label.ts";
import { times } from "../../../../shared/money/money.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
import { PRODUCTS } from "./vocabulary/products.ts";

const COMPETITORS = [
  {
    key: "kelong",
    name: label("科隆德仪表", "Kelongde Instruments"),
    strengths: label("品牌知名度高，石化行业案例多", "Known brand, strong in petrochemicals"),
    weaknesses: label("价格高，交期 8 周以上", "Expensive, eight weeks and more"),
    response: label("强调交期与本地服务 24 小时到场", "Stress delivery and service on site within 24 hours"),
  },
  {
    key: "huachuan",
    name: label("华川自控", "Huachuan Automation"),
    strengths: label("价格低，付款条件宽松", "Low prices, easy payment"),
    weaknesses: label("精度漂移，售后人员少", "Drift, few service people"),
    response: label("用三年故障率数据算总成本", "Show total cost with three years of failure data"),
  },
  {
    key: "beite",
    name: label("北特阀门", "Beite Valves"),
    strengths: label("阀门产品线全", "A full range of valves"),
    weaknesses: label("没有诊断平台", "No diagnostics platform"),
    response: label("带客户看阀门在线诊断演示", "Show online diagnostics"),
  },
  {
    key: "yisen",
    name: label("易森传感", "Yisen Sensors"),
    strengths: label("无线产品迭代快", "Fast with wireless products"),
    weaknesses: label("防爆认证不全", "Lacks Ex certificates"),
    response: label("先确认防爆要求", "Ask for the Ex requirement first"),
  },
  {
    key: "local",
    name: label("本地集成商", "Local integrator"),
    strengths: label("关系深，能垫资", "Close ties, can finance"),
    weaknesses: label("技术支持依赖厂家", "Depends on makers for support"),
    response: label("争取与其合作供货", "Offer to supply through them"),
  },
];
const TAGS = [
  ["strategic", label("战略客户", "Strategic"), "gold"],
  ["frame", label("框架协议", "Framework agreement"), "blue"],
  ["group", label("集团采购", "Group purchasing"), "purple"],
  ["slow_payer", label("回款慢", "Slow payer"), "red"],
  ["reference", label("标杆案例", "Reference"), "green"],
  ["domestic", label("国产替代", "Import replacement"), "cyan"],
  ["export", label("出口企业", "Exporter"), "geekblue"],
  ["new_plant", label("新建工厂", "New plant"), "orange"],
] as const;

export interface CatalogStory {
  readonly records: readonly DemoRecord[];
  readonly competitors: readonly string[];
  readonly tags: readonly string[];
}

const money = (amount: string) => ({ amount, currency: "CNY" });

/** The price books with a price for each product. */
function bookRecords(telling: Telling, at: string): readonly DemoRecord[] {
  const books = [
    { key: "standard", name: label("标准价格表", "Standard prices"), share: "1", standard: true },
    { key: "dealer", name: label("经销商价格表", "Dealer prices"), share: "0.72", standard: false },
  ];
  return books.flatMap(({ key, name, share, standard }): DemoRecord[] => [
    {
      key: `price_book/${key}`,
      object: "price_book",
      at,
      values: { name: telling.say(name), standard, active: true },
    },
    ...PRODUCTS.map((product): DemoRecord => ({
      key: `price_book_entry/${key}/${product.code}`,
      object: "price_book_entry",
      at,
      values: {
        price_book: ref(`price_book/${key}`),
        product: ref(`product/${product.code}`),
        price: { ...times(money(product.price), share) },
        min_quantity: "0",
      },
    })),
  ]);
}

/** Products, two price books, competitors and tags. */
export function generateCatalog(telling: Telling, clock: DemoClock, random: Random): CatalogStory {
  const at = clock.moment(clock.workday(clock.start), random);
  const products = PRODUCTS.map((product): DemoRecord => ({
    key: `product/${product.code}`,
    object: "product",
    at,
    values: {
      name: telling.say(product.name),
      code: product.code,
      category: telling.say(product.category),
      specification: product.specification,
      unit: telling.say(product.unit),
      list_price: money(product.price),
      tax_rate: product.code.startsWith("SV") ? "6" : "13",
      active: true,
    },
  }));
  const priceBooks = bookRecords(telling, at);
  const competitors = COMPETITORS.map(({ key, name, strengths, weaknesses, response }): DemoRecord => ({
    key: `competitor/${key}`,
    object: "competitor",
    at,
    values: {
      name: telling.say(name),
      strengths: telling.say(strengths),
      weaknesses: telling.say(weaknesses),
      response: telling.say(response),
    },
  }));
  const tags = TAGS.map(([key, name, color]): DemoRecord => ({
    key: `tag/${key}`,
    object: "tag",
    at,
    values: { name: telling.say(name), color },
  }));
  return {
    records: [...products, ...priceBooks, ...competitors, ...tags],
    competitors: competitors.map(({ key }) => key),
    tags: tags.map(({ key }) => key),
  };
}

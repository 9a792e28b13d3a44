import { type TitleWords, words } from "./words.ts";

/** Titles of products, prices and rates. */
export const catalogTitles: TitleWords = {
  fields: {
    list_price: words("标价 标准价 目录价 单价 价格 listprice price salesprice unitprice standardprice"),
    price: words("价格 单价 price unitprice"),
    specification: words("规格 规格型号 型号 spec specification model"),
    unit: words("单位 计量单位 部门 所在部门 unit uom department"),
    tax_rate: words("税率 taxrate vat vatrate"),
    rate: words("汇率 rate exchangerate"),
    date: words("日期 date day"),
  },
  of: {
    product: {
      name: words("产品 产品名称 产品名 品名 商品 商品名称 物料名称 product productname item itemname"),
    },
  },
};

import { type Label, label } from "../../../../../shared/i18n/label.ts";

export interface Place {
  readonly city: Label;
  readonly province: Label;
  /** GB/T 2260 code of the city. */
  readonly code: string;
  readonly area: string;
}
const place = (
  zh: string,
  en: string,
  provinceZh: string,
  provinceEn: string,
  code: string,
  area: string,
): Place => ({
  city: label(zh, en),
  province: label(provinceZh, provinceEn),
  code,
  area,
});

/** Where customers are, by the sales region that looks after them. */
export const PLACES: Readonly<Record<"east" | "south" | "north", readonly Place[]>> = {
  east: [
    place("上海", "Shanghai", "上海市", "Shanghai", "310000", "021"),
    place("苏州", "Suzhou", "江苏省", "Jiangsu", "320500", "0512"),
    place("南京", "Nanjing", "江苏省", "Jiangsu", "320100", "025"),
    place("无锡", "Wuxi", "江苏省", "Jiangsu", "320200", "0510"),
    place("常州", "Changzhou", "江苏省", "Jiangsu", "320400", "0519"),
    place("南通", "Nantong", "江苏省", "Jiangsu", "320600", "0513"),
    place("杭州", "Hangzhou", "浙江省", "Zhejiang", "330100", "0571"),
    place("宁波", "Ningbo", "浙江省", "Zhejiang", "330200", "0574"),
    place("绍兴", "Shaoxing", "浙江省", "Zhejiang", "330600", "0575"),
    place("合肥", "Hefei", "安徽省", "Anhui", "340100", "0551"),
  ],
  south: [
    place("广州", "Guangzhou", "广东省", "Guangdong", "440100", "020"),
    place("深圳", "Shenzhen", "广东省", "Guangdong", "440300", "0755"),
    place("佛山", "Foshan", "广东省", "Guangdong", "440600", "0757"),
    place("东莞", "Dongguan", "广东省", "Guangdong", "441900", "0769"),
    place("厦门", "Xiamen", "福建省", "Fujian", "350200", "0592"),
    place("长沙", "Changsha", "湖南省", "Hunan", "430100", "0731"),
  ],
  north: [
    place("北京", "Beijing", "北京市", "Beijing", "110000", "010"),
    place("天津", "Tianjin", "天津市", "Tianjin", "120000", "022"),
    place("济南", "Jinan", "山东省", "Shandong", "370100", "0531"),
    place("青岛", "Qingdao", "山东省", "Shandong", "370200", "0532"),
    place("烟台", "Yantai", "山东省", "Shandong", "370600", "0535"),
    place("大连", "Dalian", "辽宁省", "Liaoning", "210200", "0411"),
    place("西安", "Xi'an", "陕西省", "Shaanxi", "610100", "029"),
  ],
};
export type Region = keyof typeof PLACES;
export const REGIONS: readonly Region[] = ["east", "south", "north"];

/** First parts of company names. */
export const BRANDS: readonly Label[] = (
  "恒润 Hengrun,海源 Haiyuan,鼎盛 Dingsheng,华泰 Huatai,瑞丰 Ruifeng,金石 Jinshi,永信 Yongxin,天域 Tianyu,博远 Boyuan,正和 Zhenghe,兴达 Xingda,远景 Yuanjing,东麓 Donglu,宏图 Hongtu,明川 Mingchuan,长庚 Changgeng," +
  "联拓 Liantuo,卓越 Zhuoyue,汇川源 Huichuanyuan,百川 Baichuan,龙腾 Longteng,凯瑞 Kairui,信诚 Xincheng,创佳 Chuangjia,中弘 Zhonghong,德润 Derun,嘉禾 Jiahe,安瑞 Anrui,新纪元 Xinjiyuan,光华 Guanghua,泰和 Taihe,立华 Lihua," +
  "鸿业 Hongye,九鼎 Jiuding,双环 Shuanghuan,春晖 Chunhui,峰源 Fengyuan,利安 Lian,富春 Fuchun,沃德 Wode"
)
  .split(",")
  .map((pair) => label(pair.split(" ")[0] ?? "", pair.split(" ")[1] ?? ""));

import { type Label, label } from "../../../../../shared/i18n/label.ts";

export interface DemoProduct {
  readonly code: string;
  readonly name: Label;
  readonly category: Label;
  readonly specification: string;
  readonly unit: Label;
  readonly price: string;
  /** How many one project usually takes. */
  readonly usual: number;
  /** How often it is asked for. */
  readonly weight: number;
}
const FLOW = label("流量仪表", "Flow meters");
const PRESSURE = label("压力与温度", "Pressure and temperature");
const VALVE = label("控制阀", "Control valves");
const LEVEL = label("物位仪表", "Level meters");
const SYSTEM = label("系统与服务", "Systems and services");
const EACH = label("台", "pc");
const SET = label("套", "set");

const product = (
  code: string,
  zh: string,
  en: string,
  category: Label,
  specification: string,
  unit: Label,
  price: string,
  usual: number,
  weight: number,
): DemoProduct => ({
  code,
  name: label(zh, en),
  category,
  specification,
  unit,
  price,
  usual,
  weight,
});

export const PRODUCTS: readonly DemoProduct[] = [
  product(
    "FM-E100",
    "电磁流量计 E100",
    "Electromagnetic flow meter E100",
    FLOW,
    "DN100 PN16 PTFE",
    EACH,
    "6800.00",
    24,
    12,
  ),
  product(
    "FM-E300",
    "大口径电磁流量计 E300",
    "Large electromagnetic flow meter E300",
    FLOW,
    "DN600 PN10",
    EACH,
    "28600.00",
    8,
    6,
  ),
  product("FM-V200", "涡街流量计 V200", "Vortex flow meter V200", FLOW, "DN80 PN25", EACH, "7600.00", 18, 8),
  product(
    "FM-C500",
    "科里奥利质量流量计 C500",
    "Coriolis mass flow meter C500",
    FLOW,
    "DN25 316L",
    EACH,
    "46000.00",
    6,
    7,
  ),
  product(
    "FM-U80",
    "外夹式超声流量计 U80",
    "Clamp-on ultrasonic flow meter U80",
    FLOW,
    "DN50-DN700",
    SET,
    "15800.00",
    6,
    4,
  ),
  product(
    "FM-T60",
    "热式气体流量计 T60",
    "Thermal gas flow meter T60",
    FLOW,
    "DN150",
    EACH,
    "9200.00",
    10,
    4,
  ),
  product(
    "PT-3051",
    "智能压力变送器 P30",
    "Smart pressure transmitter P30",
    PRESSURE,
    "0-1.6MPa HART",
    EACH,
    "2350.00",
    60,
    10,
  ),
  product(
    "PT-D40",
    "差压变送器 D40",
    "Differential pressure transmitter D40",
    PRESSURE,
    "0-40kPa HART",
    EACH,
    "2980.00",
    45,
    7,
  ),
  product(
    "TT-20",
    "一体化温度变送器 T20",
    "Integrated temperature transmitter T20",
    PRESSURE,
    "PT100 4-20mA",
    EACH,
    "860.00",
    120,
    5,
  ),
  product(
    "PT-W10",
    "无线压力传感器 W10",
    "Wireless pressure sensor W10",
    PRESSURE,
    "LoRa IP67",
    EACH,
    "1980.00",
    50,
    4,
  ),
  product(
    "CV-G50",
    "气动单座调节阀 G50",
    "Pneumatic globe control valve G50",
    VALVE,
    "DN50 PN40",
    EACH,
    "12800.00",
    16,
    8,
  ),
  product(
    "CV-B80",
    "V 型调节球阀 B80",
    "V-port control ball valve B80",
    VALVE,
    "DN80 PN25",
    EACH,
    "9600.00",
    14,
    6,
  ),
  product(
    "CV-F200",
    "三偏心蝶阀 F200",
    "Triple offset butterfly valve F200",
    VALVE,
    "DN200 PN16",
    EACH,
    "17500.00",
    10,
    5,
  ),
  product(
    "CV-P10",
    "智能阀门定位器 P10",
    "Smart valve positioner P10",
    VALVE,
    "HART",
    EACH,
    "4200.00",
    36,
    6,
  ),
  product(
    "LM-R80",
    "80 GHz 雷达物位计 R80",
    "80 GHz radar level meter R80",
    LEVEL,
    "0-30m",
    EACH,
    "11800.00",
    14,
    7,
  ),
  product(
    "LM-G20",
    "导波雷达液位计 G20",
    "Guided wave radar level meter G20",
    LEVEL,
    "0-6m",
    EACH,
    "8900.00",
    14,
    5,
  ),
  product("LM-M10", "磁翻板液位计 M10", "Magnetic level gauge M10", LEVEL, "0-3m", EACH, "2600.00", 24, 3),
  product("SY-E1", "能源计量管理系统", "Energy metering system", SYSTEM, "200 I/O", SET, "268000.00", 1, 6),
  product(
    "SY-D1",
    "阀门在线诊断平台",
    "Online valve diagnostics platform",
    SYSTEM,
    "100 I/O",
    SET,
    "186000.00",
    1,
    4,
  ),
  product("SV-Y1", "年度校准维护服务", "Annual calibration service", SYSTEM, "12 m", SET, "78000.00", 1, 5),
];

/**
 * What a project with it is about: the kind of product, or what it is called where the kind says too little.
 */
export const subjectOf = ({ category, name }: DemoProduct): Label => (category === SYSTEM ? name : category);

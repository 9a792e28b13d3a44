/**
 * Districts that were merged or renamed under another name, by what they belong to now; a county that became
 * a district of its own name needs no line.
 */
const FORMER = `
110101 崇文区
110102 宣武区
120116 塘沽区 汉沽区 大港区
120119 蓟县
130602 新市区
130606 北市区 南市区
130705 宣化县
140215 大同县
140403 长治城区 长治郊区
210112 东陵区
210113 新城子区
230104 太平区
230110 动力区
310101 卢湾区
310106 闸北区
310115 南汇区
320104 白下区
320106 下关区
320213 崇安区 南长区 北塘区
320412 戚墅堰区
320508 沧浪区 平江区 金阊区
320613 港闸区
320706 新浦区
320803 楚州区
320812 清河区 清浦区
321003 维扬区
330102 江干区
330105 下城区
330212 江东区
330603 绍兴县
340181 居巢区
340209 三山区
350404 梅列区
370116 莱城区
370203 四方区
370211 胶南市
410308 吉利区
420600 襄樊市
440103 芳村区
440104 东山区
440112 萝岗区
500110 万盛区
500111 双桥区
520111 小河区
530800 思茅市
530802 翠云区
533401 中甸县
610118 户县
`;

/** Former names with the code of what stands for them today. */
export const FORMER_NAMES: readonly (readonly [string, string])[] = FORMER.trim()
  .split("\n")
  .flatMap((line) => {
    const [code = "", ...names] = line.split(" ");
    return names.map((name) => [name, code] as const);
  });

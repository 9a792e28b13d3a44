import { REGION_DATA } from "./region-data.ts";

/**
 * A place of GB/T 2260. Municipalities have themselves as their only city; counties directly under a province
 * stand among its cities.
 */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Region[];
}

const place = (text: string, under: string): Region => {
  const digits = /^\d+/.exec(text)?.[0] ?? "";
  return { code: digits.length === 6 ? digits : under.slice(0, 4) + digits, name: text.slice(digits.length) };
};

function read(line: string): Region {
  const [own = "", ...cities] = line.split(";");
  const province = place(own, "");
  const children = cities.map((text): Region => {
    const [first = "", ...districts] = text.split(" ");
    const city = place(first, "");
    return districts.length === 0
      ? city
      : { ...city, children: districts.map((district) => place(district, city.code)) };
  });
  return children.length === 0 ? province : { ...province, children };
}

/** Provinces with their cities and districts. */
export const REGIONS: readonly Region[] = REGION_DATA.trim().split("\n").map(read);

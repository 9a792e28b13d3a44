import { type Label, label } from "../../../../shared/i18n/label.ts";
import type { DemoClock } from "./demo-clock.ts";
import type { Random } from "./random.ts";
import { type DemoRecord, ref, type Telling } from "./record.ts";
import { GIVEN_NAMES, SURNAMES } from "./vocabulary/people.ts";
import type { Region } from "./vocabulary/places.ts";

export interface Seller {
  readonly key: string;
  readonly region: Region;
  /** Above 1 loses less, below more. */
  readonly skill: number;
}
export interface People {
  readonly records: readonly DemoRecord[];
  readonly sellers: readonly Seller[];
  readonly managers: Readonly<Record<Region, string>>;
  readonly marketers: readonly string[];
}

const DEPARTMENTS: readonly { readonly key: string; readonly name: Label; readonly parent?: string }[] = [
  { key: "root", name: label("澜石智能仪表", "Lanshi Instruments") },
  { key: "sales", name: label("销售中心", "Sales"), parent: "root" },
  { key: "east", name: label("华东大区", "East region"), parent: "sales" },
  { key: "south", name: label("华南大区", "South region"), parent: "sales" },
  { key: "north", name: label("华北大区", "North region"), parent: "sales" },
  { key: "marketing", name: label("市场部", "Marketing"), parent: "root" },
  { key: "service", name: label("技术服务部", "Technical service"), parent: "root" },
  { key: "office", name: label("综合管理部", "Administration"), parent: "root" },
];

interface Post {
  readonly key: string;
  readonly department: string;
  readonly title: Label;
  readonly role: string;
  readonly manager?: string;
  readonly heads?: string;
}
const several = (count: number, of: (index: number) => Post): readonly Post[] =>
  Array.from({ length: count }, (_, index) => of(index + 1));
const seller =
  (region: Region) =>
  (index: number): Post => ({
    key: `${region}-${index}`,
    department: region,
    title:
      index === 1 ? label("高级销售工程师", "Senior sales engineer") : label("销售工程师", "Sales engineer"),
    role: "seller",
    manager: `${region}-manager`,
  });
const regionManager = (region: Region): Post => ({
  key: `${region}-manager`,
  department: region,
  title: label("大区经理", "Regional sales manager"),
  role: "sales_manager",
  manager: "director",
  heads: region,
});

/** Thirty people. */
const POSTS: readonly Post[] = [
  {
    key: "ceo",
    department: "root",
    title: label("总经理", "General manager"),
    role: "read_only",
    heads: "root",
  },
  {
    key: "director",
    department: "sales",
    title: label("销售总监", "Sales director"),
    role: "sales_director",
    manager: "ceo",
    heads: "sales",
  },
  {
    key: "operations",
    department: "sales",
    title: label("销售运营", "Sales operations"),
    role: "sales_director",
    manager: "director",
  },
  regionManager("east"),
  regionManager("south"),
  regionManager("north"),
  ...several(6, seller("east")),
  ...several(4, seller("south")),
  ...several(4, seller("north")),
  {
    key: "marketing-1",
    department: "marketing",
    title: label("市场经理", "Marketing manager"),
    role: "marketing",
    manager: "ceo",
    heads: "marketing",
  },
  ...several(3, (index): Post => ({
    key: `marketing-${index + 1}`,
    department: "marketing",
    title: label("市场专员", "Marketing specialist"),
    role: "marketing",
    manager: "marketing-1",
  })),
  {
    key: "service-1",
    department: "service",
    title: label("技术服务经理", "Service manager"),
    role: "service",
    manager: "ceo",
    heads: "service",
  },
  ...several(3, (index): Post => ({
    key: `service-${index + 1}`,
    department: "service",
    title: label("应用工程师", "Application engineer"),
    role: "service",
    manager: "service-1",
  })),
  {
    key: "finance",
    department: "office",
    title: label("财务经理", "Finance manager"),
    role: "finance",
    manager: "ceo",
    heads: "office",
  },
  {
    key: "legal",
    department: "office",
    title: label("法务", "Legal counsel"),
    role: "legal",
    manager: "ceo",
  },
];

/** Departments in three levels and the people in them, with their roles. */
export function generatePeople(telling: Telling, clock: DemoClock, random: Random): People {
  const at = clock.moment(clock.workday(clock.start), random);
  const taken = new Set<string>();
  const departments = DEPARTMENTS.map(({ key, name, parent }, index): DemoRecord => ({
    key: `department/${key}`,
    object: "department",
    at,
    values: {
      name: telling.say(name),
      position: index,
      ...(parent ? { parent: ref(`department/${parent}`) } : {}),
    },
    later: { head: ref(`user/${POSTS.find((post) => post.heads === key)?.key ?? "director"}`) },
  }));
  const users = POSTS.map((post, index) => personOf(post, index, at, telling, random, taken));
  const roles = POSTS.map(({ key, role }): DemoRecord => ({
    key: `user_role/${key}`,
    object: "user_role",
    at,
    values: { user: ref(`user/${key}`), role: ref(`role/${role}`) },
  }));
  const regions: readonly Region[] = ["east", "south", "north"];
  return {
    records: [...departments, ...users, ...roles],
    sellers: regions.flatMap((region) =>
      POSTS.filter((post) => post.role === "seller" && post.department === region).map((post): Seller => ({
        key: `user/${post.key}`,
        region,
        skill: 0.8 + random.next() * 0.45,
      })),
    ),
    managers: { east: "user/east-manager", south: "user/south-manager", north: "user/north-manager" },
    marketers: POSTS.filter((post) => post.role === "marketing").map((post) => `user/${post.key}`),
  };
}

function personOf(
  post: Post,
  index: number,
  at: string,
  telling: Telling,
  random: Random,
  taken: Set<string>,
): DemoRecord {
  const { name, login } = nameOf(telling, random, taken);
  return {
    key: `user/${post.key}`,
    object: "user",
    at,
    values: {
      name,
      login,
      title: telling.say(post.title),
      email: `${login}@lanshi.example.com`,
      mobile: `1990000${String(1001 + index)}`,
      department: ref(`department/${post.department}`),
      active: true,
      language: telling.language,
      ...(post.manager ? { manager: ref(`user/${post.manager}`) } : {}),
    },
  };
}

/** A name nobody in `taken` has yet. */
export function nameOf(
  telling: Telling,
  random: Random,
  taken: Set<string>,
): { readonly name: string; readonly login: string } {
  for (;;) {
    const [surname, surnameEn] = random.pick(SURNAMES);
    const [given, givenEn] = random.pick(GIVEN_NAMES);
    const login = `${surnameEn}.${givenEn}`.toLowerCase();
    if (taken.has(login)) continue;
    taken.add(login);
    return { name: telling.language === "en" ? `${givenEn} ${surnameEn}` : `${surname}${given}`, login };
  }
}

import { cookieOf } from "./cookie-of.ts";
import { weighPages } from "./weigh-pages.ts";

/**
 * Weighs the pages of a program that runs already:
 * `node --import tsx bench/weigh-running.ts http://localhost:3000 LOGIN PASSWORD [home,list] [rounds]`.
 */
const [origin = "", login = "", password = "", only, rounds] = process.argv.slice(2);
const cookie = await cookieOf(origin, { login, password });
const answer = await fetch(`${origin}/api/v1/records/opportunity?limit=1&sort=-amount`, {
  headers: { cookie },
});
const { data } = (await answer.json()) as { data: { id: string }[] };
await weighPages({
  origin,
  token: /sluice_session=([^;]+)/.exec(cookie)?.[1] ?? "",
  deal: data[0]?.id ?? "",
  ...(only ? { only } : {}),
  ...(rounds ? { rounds: Number(rounds) } : {}),
});

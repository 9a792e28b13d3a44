#!/usr/bin/env node
// Every endpoint says in its contract what it does and what it answers (src/shared/wire/contract.ts).
import { modules } from "../src/apps/server/modules.ts";
import { NOTHING } from "../src/shared/wire/contract.ts";

const isSuccess = (status) => status >= 200 && status < 300;

function whyNot({ answer, also = {}, status = 200, description }) {
  if (!description) return "it does not say what it does (description)";
  if (answer === undefined) return "its contract does not say what it answers";
  if ((answer === NOTHING) !== (status === 204)) return "204 has no body, and only 204 has none";
  const others = Object.keys(also).map(Number);
  if (others.includes(status) || !others.every(isSuccess))
    return "`also` is for further successes, each with a status of its own";
  const schemas = [answer, ...Object.values(also)];
  return schemas.some((schema) => Object.keys(schema).length === 0) ? "its answer could be anything" : null;
}

const routes = modules.flatMap((module) => module.routes ?? []);
const problems = routes.flatMap((route) => {
  const why = whyNot(route);
  return why === null ? [] : [`${route.method} ${route.path}: ${why}`];
});
for (const problem of problems) console.log(problem);
console.log(
  problems.length === 0
    ? `the contracts of ${routes.length} endpoints hold`
    : `${problems.length} of ${routes.length} endpoints do not say what they do and answer`,
);
process.exit(problems.length === 0 ? 0 : 1);

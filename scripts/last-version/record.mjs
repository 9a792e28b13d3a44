import { ACME } from "./company.mjs";
import { clientOf, signIn } from "./client.mjs";
import { ADMIN, PASSWORD } from "./people.mjs";
import { questionsOf } from "./questions.mjs";

/** What the version answers to each question, and all that the test must know to ask again. */
export async function record(origin, company) {
  const { people, keys, records, pipelines, rest, runs, half, waiting } = company;
  const names = ["anna", "auditor", "chief", "other"];
  const logins = Object.fromEntries(
    names.map((name) => [name, { login: people[name].login, password: PASSWORD }]),
  );
  logins.admin = ADMIN;
  const clients = {
    whole: clientOf(origin, { authorization: `Bearer ${keys.whole}` }),
    narrow: clientOf(origin, { authorization: `Bearer ${keys.narrow}` }),
    acme: await signIn(origin.replace("localhost", ACME), ADMIN.login, ADMIN.password),
    // With a second step, so the session from before is used.
    ben: people.ben.client,
  };
  for (const [name, { login, password }] of Object.entries(logins))
    clients[name] = await signIn(origin, login, password);
  const answers = [];
  for (const [as, method, path, body] of questionsOf(company)) {
    const { status, json, text } = await clients[as].send(method, path, body);
    answers.push({ as, method, path, ...(body ? { body } : {}), status, answer: json ?? text });
  }
  return {
    made: new Date().toISOString(),
    logins: { ...logins, ben: { login: people.ben.login, password: PASSWORD, second: keys.second } },
    keys: { whole: keys.whole, narrow: keys.narrow, gone: keys.gone },
    acme: { host: ACME, ...ADMIN },
    ids: {
      leaver: people.leaver.id,
      ben: people.ben.id,
      account: records.first,
      waiting: { deal: pipelines.deals.waiting, request: pipelines.requests.waiting },
      erasure: rest.asked,
      erased: rest.erased,
      imports: runs.imports,
      bulk: runs.bulk,
      half,
      queued: waiting,
    },
    answers,
  };
}

import { lead } from "../../../../objects/party/lead/lead.object.ts";
import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { demoClock } from "./demo-clock.ts";
import { accountRecords } from "./account-records.ts";
import { generateAccounts } from "./generate-accounts.ts";
import { dealActivities, leadActivities } from "./generate-activities.ts";
import { generateCatalog } from "./generate-catalog.ts";
import { generateComments } from "./generate-comments.ts";
import { dealRecords, generateDeals } from "./generate-deals.ts";
import { generateEvidence } from "./generate-evidence.ts";
import { generateLeads, leadRecords } from "./generate-leads.ts";
import { generatePeople } from "./generate-people.ts";
import { generateTasks } from "./generate-tasks.ts";
import { randomFrom } from "./random.ts";
import { type DemoRecord, FULL_SIZE, type Telling } from "./record.ts";

/**
 * The demo company as of `today`: a seller of flow meters and valves with thirty people, its customers and
 * two years of business. Pure and repeatable: the same day and language give the same records. Those that
 * others link to come first.
 */
export function generateCompany(today: string, language: Language, size = FULL_SIZE): readonly DemoRecord[] {
  const telling: Telling = {
    language,
    say: (text, params) => (params ? say(text, language, params) : textOf(text, language)),
  };
  const random = randomFrom("sluice demo company");
  const clock = demoClock(today);
  const people = generatePeople(telling, clock, random.fork("people"));
  const catalog = generateCatalog(telling, clock, random.fork("catalog"));
  const accounts = generateAccounts(telling, people, size.accounts, random.fork("accounts"));
  const leads = generateLeads(clock, people, accounts, size.leads, random.fork("leads"));
  const deals = generateDeals(clock, accounts, leads, size.deals, random.fork("deals"));
  const firstBusiness = new Map<string, string>();
  for (const { account, visits } of deals) {
    const day = visits[0]?.from ?? today;
    if (day < (firstBusiness.get(account.key) ?? "9999")) firstBusiness.set(account.key, day);
  }
  const leadList = leadRecords(telling, clock, leads, random.fork("lead records"));
  const names = new Map(leadList.map(({ key, values }) => [key, String(partOf(lead, values).contact_name)]));
  const talks = dealActivities(telling, clock, deals, people, random.fork("activities"));
  return [
    ...people.records,
    ...catalog.records,
    ...accountRecords(telling, clock, accounts, firstBusiness, catalog.tags, random.fork("account records")),
    ...dealRecords(telling, clock, deals, catalog.competitors, random.fork("deal records")),
    ...leadList,
    ...generateEvidence(telling, clock.now, deals, random.fork("evidence")),
    ...talks,
    ...leadActivities(telling, clock, leads, names, random.fork("lead activities")),
    ...generateTasks(telling, clock, deals, leads, random.fork("tasks")),
    ...generateComments(telling, clock, deals, talks, people, random.fork("comments")),
  ];
}

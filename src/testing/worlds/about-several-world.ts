import { expect } from "vitest";
import { type Client, testApp, type TestApp } from "../app.ts";

export let app: TestApp;
export let seller: Client & { id: string };
export let other: Client & { id: string };
/** Begins with two sellers. */
export async function openSellers(): Promise<void> {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
  other = await app.person({ name: "Other", role: "seller" });
}

interface World {
  readonly account: string;
  readonly contact: string;
  readonly deal: string;
  readonly hidden: string;
}
export let count = 0;
export let world: World;
/**
 * An account of the seller's with a contact, a deal of the seller's and one of somebody else's, for each
 * test.
 */
export async function makeRecords(): Promise<void> {
  count += 1;
  const account = await app.admin.make("account", { name: `Vision Water ${count}`, owner: seller.id });
  const contact = await app.admin.make("contact", {
    name: `Wang ${count}`,
    account: account.id,
    owner: seller.id,
  });
  const deal = await app.admin.make("opportunity", {
    name: `Pump ${count}`,
    account: account.id,
    owner: seller.id,
  });
  const elsewhere = await app.admin.make("account", { name: `Elsewhere ${count}`, owner: other.id });
  const hidden = await app.admin.make("opportunity", {
    name: `Secret ${count}`,
    account: elsewhere.id,
    owner: other.id,
  });
  world = { account: account.id, contact: contact.id, deal: deal.id, hidden: hidden.id };
}

/** A link to a record. */
export const at = (object: string, id: string) => ({ object, id });
/** Links to records of the test, by what they are in it. */
export const about = (...names: (keyof World)[]) =>
  names.map((name) => at(name === "hidden" || name === "deal" ? "opportunity" : name, world[name]));
/** What the timeline of a record says. */
export const contentsOf = async (who: Client, object: string, id: string): Promise<string[]> => {
  const page = await who.get(`/records/${object}/${id}/timeline?show=activities`);
  expect(page.status, page.text).toBe(200);
  return page.json.data.flatMap(
    (entry: { type: string; data: { content?: string; subject?: string } }) =>
      entry.data.content ?? entry.data.subject ?? [],
  );
};
/** Which records a condition finds. */
export const idsOf = async (who: Client, object: string, filter: string): Promise<string[]> => {
  const page = await who.get(`/records/${object}?filter=${encodeURIComponent(filter)}&limit=200`);
  expect(page.status, page.text).toBe(200);
  return page.json.data.map((record: { id: string }) => record.id);
};

import type { Page } from "playwright-core";
import { file } from "./sales-files.ts";

/** From the object's list to the mapping of a file. */
export async function upload(page: Page, object: string, name: string): Promise<void> {
  await page.goto(`/imports/new?object=${object}`);
  await page.locator('input[type="file"]').setInputFiles(file(name));
  await page.getByText(`${name}.csv`).waitFor();
}
/** The choice of the field that a column goes to. */
export const goesTo = (page: Page, column: string) => page.getByLabel(`${column}: Import to field`);
/** The row of the mapping for a column. */
export const planOf = (page: Page, column: string) =>
  page.locator('[data-part="mapping-row"]').filter({ has: goesTo(page, column) });
/** The field that a column goes to now. */
export const mappedTo = async (page: Page, column: string): Promise<string> =>
  (await planOf(page, column).locator(".ant-select").first().textContent()) ?? "";
/** The figures of an import, by their names. */
export const counts = async (page: Page): Promise<Readonly<Record<string, number>>> => {
  const pairs = await page
    .locator('[data-part="import-counts"] > div')
    .evaluateAll((all) =>
      all.map(
        (one) =>
          [
            one.querySelector("dt")?.textContent ?? "",
            Number((one.querySelector("dd")?.textContent ?? "").replaceAll(",", "")),
          ] as const,
      ),
    );
  return Object.fromEntries(pairs);
};
/** Tries what was mapped, imports it and waits for the end. */
export async function tryAndImport(page: Page): Promise<Readonly<Record<string, number>>> {
  await page.getByRole("button", { name: "Dry run" }).click();
  await page.getByRole("button", { name: /^Import \d/ }).click();
  return done(page);
}
/** Undoing is in the menu of an import that wrote something. */
export const more = (page: Page) =>
  page.locator('[data-part="page-header"]').getByRole("button", { name: "More" });
/** Waits for the end of an import. */
export async function done(page: Page): Promise<Readonly<Record<string, number>>> {
  await more(page).waitFor({ timeout: 90_000 });
  return counts(page);
}

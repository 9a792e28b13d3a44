import { expect, test } from "vitest";
import { testDatabase } from "./database.ts";

test("the server is of the version that this project of tests asks for", async () => {
  const { db, drop } = await testDatabase();
  const [row] = await db.query<{ major: string }>({
    text: "select split_part(current_setting('server_version'), '.', 1) as major",
  });
  await drop();
  expect(row?.major).toMatch(/^\d+$/);
  expect(process.env["SLUICE_TEST_POSTGRES"] ?? row?.major).toBe(row?.major);
});
